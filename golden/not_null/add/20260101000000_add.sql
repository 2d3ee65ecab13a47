-- add: ~1 table
--   hazards   may-fail     column public.t.d is NOT NULL without a default: fails where the table has rows
--             may-fail     column public.t.a becomes NOT NULL: fails where a row has none
--             locks-reads  table public.t is read through, neither read nor written by others, while column public.t.a is altered
--             may-fail     column public.t.b becomes NOT NULL: fails where a row has none
--             locks-reads  table public.t is read through, neither read nor written by others, while column public.t.b is altered
--             may-fail     column public.t.c becomes NOT NULL: fails where a row has none
--             locks-reads  table public.t is read through, neither read nor written by others, while column public.t.c is altered
--   locks     public.t  access exclusive, while it is read through
--   undo      schemac rollback; marked lines below cannot bring data back
--   compared  before.sql (1 file) with after.sql (1 file), PostgreSQL 18
set lock_timeout = '5s';

-- table public.t
alter table public.t alter column a set not null;
do $$ begin
  if not exists (select from pg_constraint where conrelid = 'public.t'::regclass and conname = 'b_is_there' and contype = 'n') then
    alter table public.t add constraint b_is_there not null b;
  end if;
  if not exists (select from pg_constraint where conrelid = 'public.t'::regclass and conname = 'c_here' and contype = 'n') then
    alter table public.t add constraint c_here not null c no inherit;
  end if;
end $$;
alter table public.t add column if not exists d integer constraint d_is_there not null;

-- rollback: set lock_timeout = '5s';
-- rollback:
-- rollback: -- table public.t
-- rollback: -- LOST: the values of public.t.d
-- rollback: alter table public.t
-- rollback:   drop column if exists d,
-- rollback:   alter column a drop not null,
-- rollback:   alter column b drop not null,
-- rollback:   alter column c drop not null;
-- rollback:
-- rollback: -- then: supabase migration repair --status reverted 20260101000000
