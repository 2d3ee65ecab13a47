-- no_inherit: ~2 tables
--   locks     public.c  access exclusive, short
--             public.p  access exclusive, short
--   undo      schemac rollback; marked lines below cannot bring data back
--   compared  before.sql (1 file) with after.sql (1 file), PostgreSQL 18
set lock_timeout = '5s';

-- table public.c
alter table public.c alter column a set not null;

-- table public.p
alter table public.p
  alter constraint p_a_not_null no inherit,
  alter constraint p_b_not_null inherit;

-- rollback: set lock_timeout = '5s';
-- rollback:
-- rollback: -- table public.c
-- rollback: do $$ begin
-- rollback:   if exists (select from pg_constraint where conrelid = 'public.c'::regclass and conname = 'p_a_not_null' and contype = 'n' and coninhcount = 0) then
-- rollback:     alter table public.c alter column a drop not null;
-- rollback:   end if;
-- rollback: end $$;
-- rollback:
-- rollback: -- table public.p
-- rollback: alter table public.p
-- rollback:   alter constraint p_a_not_null inherit,
-- rollback:   alter constraint p_b_not_null no inherit;
-- rollback:
-- rollback: -- then: supabase migration repair --status reverted 20260101000000
