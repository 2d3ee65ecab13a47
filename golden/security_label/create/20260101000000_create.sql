-- create: +1 table
--   undo      schemac rollback; marked lines below cannot bring data back
--   compared  nothing with after.sql (1 file), PostgreSQL 17
set lock_timeout = '5s';

-- table public.t
create table if not exists public.t (
  a integer,
  b text
);
security label for selinux on table public.t is 'system_u:object_r:sepgsql_table_t:s0';
security label for selinux on column public.t.b is 'secret';

-- rollback: set lock_timeout = '5s';
-- rollback:
-- rollback: -- table public.t
-- rollback: -- LOST: the rows of public.t
-- rollback: drop table if exists public.t;
-- rollback:
-- rollback: -- then: supabase migration repair --status reverted 20260101000000
