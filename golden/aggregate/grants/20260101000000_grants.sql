-- grants: +1 aggregate, ~1 aggregate, +1 default privileges
--   undo      schemac rollback; marked lines below cannot bring data back
--   compared  before.sql (1 file) with after.sql (1 file), PostgreSQL 17
set lock_timeout = '5s';

-- aggregate public.largest(integer)
create or replace aggregate public.largest(integer) (
  sfunc = int4larger,
  stype = integer
);
grant all on function public.largest(integer) to app_writer;
revoke all on function public.largest(integer) from public;

-- aggregate public.total(integer)
alter aggregate public.total(integer) owner to app_owner;
revoke all on function public.total(integer) from app_reader;
grant all on function public.total(integer) to app_writer with grant option;
revoke all on function public.total(integer) from public;

-- default privileges
alter default privileges for role postgres revoke all on functions from public;

-- rollback: set lock_timeout = '5s';
-- rollback:
-- rollback: -- aggregate public.largest(integer)
-- rollback: drop aggregate if exists public.largest(integer);
-- rollback:
-- rollback: -- aggregate public.total(integer)
-- rollback: alter aggregate public.total(integer) owner to postgres;
-- rollback: grant all on function public.total(integer) to app_reader;
-- rollback: revoke all on function public.total(integer) from app_writer;
-- rollback: grant all on function public.total(integer) to public;
-- rollback:
-- rollback: -- default privileges
-- rollback: alter default privileges for role postgres grant all on functions to public;
-- rollback:
-- rollback: -- then: supabase migration repair --status reverted 20260101000000
