-- not_modelled: +1 table
--   undo      schemac rollback; marked lines below cannot bring data back
--   compared  nothing with after.sql (1 file), PostgreSQL 17
set lock_timeout = '5s';

-- table public.t
create table if not exists public.t (
  id integer primary key
);

-- rollback: set lock_timeout = '5s';
-- rollback:
-- rollback: -- table public.t
-- rollback: -- LOST: the rows of public.t
-- rollback: drop table if exists public.t;
-- rollback:
-- rollback: -- then: supabase migration repair --status reverted 20260101000000
