-- function: ~1 function
--   undo      schemac rollback; marked lines below cannot bring data back
--   compared  before.sql (1 file) with after.sql (1 file), PostgreSQL 17
set lock_timeout = '5s';

-- privileges on public.f(integer)
revoke all on function public.f(integer) from public;
grant all on function public.f(integer) to reader;

-- rollback: set lock_timeout = '5s';
-- rollback:
-- rollback: -- privileges on public.f(integer)
-- rollback: grant all on function public.f(integer) to public;
-- rollback: revoke all on function public.f(integer) from reader;
-- rollback:
-- rollback: -- then: supabase migration repair --status reverted 20260101000000
