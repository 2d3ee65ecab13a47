-- drop_expression: ~1 table
--   locks     public.t  access exclusive, short
--   undo      schemac rollback; marked lines below cannot bring data back
--   compared  before.sql (1 file) with after.sql (1 file), PostgreSQL 17
set lock_timeout = '5s';

-- table public.t
alter table public.t alter column b drop expression if exists;

-- rollback: set lock_timeout = '5s';
-- rollback:
-- rollback: -- table public.t
-- rollback: -- LOST: the values of public.t.b
-- rollback: do $$ begin
-- rollback:   if exists (select from pg_attribute where attrelid = 'public.t'::regclass and attname = 'b' and attgenerated = '') then
-- rollback:     alter table public.t drop column if exists b;
-- rollback:   end if;
-- rollback: end $$;
-- rollback: alter table public.t add column if not exists b integer generated always as (a + 1) stored;
-- rollback:
-- rollback: -- then: supabase migration repair --status reverted 20260101000000
