-- argument_default: +1 function, -1 function
--   hazards   breaks-clients  function public.f(integer) is dropped
--   undo      schemac rollback; marked lines below cannot bring data back
--   compared  before.sql (1 file) with after.sql (1 file), PostgreSQL 17
set lock_timeout = '5s';
set check_function_bodies = off;

-- function public.f(integer)
drop function if exists public.f(integer);

-- function public.f(integer, text)
create or replace function public.f(a integer default 2, b text default 'x') returns integer
  language sql
  as $$select a$$;

-- rollback: set lock_timeout = '5s';
-- rollback: set check_function_bodies = off;
-- rollback:
-- rollback: -- function public.f(integer, text)
-- rollback: drop function if exists public.f(integer, text);
-- rollback:
-- rollback: -- function public.f(integer)
-- rollback: create or replace function public.f(a integer default 1) returns integer
-- rollback:   language sql
-- rollback:   as $$select a$$;
-- rollback:
-- rollback: -- then: supabase migration repair --status reverted 20260101000000
