-- sql_body: +2 functions
--   undo      schemac rollback; marked lines below cannot bring data back
--   compared  before.sql (1 file) with after.sql (1 file), PostgreSQL 17
set lock_timeout = '5s';
set check_function_bodies = off;

-- function public.bump(integer)
create or replace function public.bump(by integer) returns void
  language sql
  begin atomic update public.t set a = a + by; end;

-- function public.total()
create or replace function public.total() returns bigint
  language sql stable
  return (select sum(a) from public.t);

-- rollback: set lock_timeout = '5s';
-- rollback:
-- rollback: -- function public.bump(integer)
-- rollback: drop function if exists public.bump(integer);
-- rollback:
-- rollback: -- function public.total()
-- rollback: drop function if exists public.total();
-- rollback:
-- rollback: -- then: supabase migration repair --status reverted 20260101000000
