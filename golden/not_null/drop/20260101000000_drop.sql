-- drop: ~1 table
--   locks     public.t  access exclusive, short
--   undo      schemac rollback; marked lines below cannot bring data back
--   compared  before.sql (1 file) with after.sql (1 file), PostgreSQL 18
set lock_timeout = '5s';

-- table public.t
alter table public.t
  alter column a drop not null,
  alter column b drop not null;

-- rollback: set lock_timeout = '5s';
-- rollback:
-- rollback: -- table public.t
-- rollback: alter table public.t alter column a set not null;
-- rollback: do $$ begin
-- rollback:   if not exists (select from pg_constraint where conrelid = 'public.t'::regclass and conname = 'b_is_there' and contype = 'n') then
-- rollback:     alter table public.t add constraint b_is_there not null b;
-- rollback:   end if;
-- rollback: end $$;
-- rollback:
-- rollback: -- then: supabase migration repair --status reverted 20260101000000
