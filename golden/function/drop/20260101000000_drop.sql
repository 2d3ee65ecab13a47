-- drop: -1 function
--   hazards   breaks-clients  function public.add(integer, integer) is dropped
--   undo      schemac rollback; marked lines below cannot bring data back
--   compared  before.sql (1 file) with nothing, PostgreSQL 17
set lock_timeout = '5s';

-- function public.add(integer, integer)
drop function if exists public.add(integer, integer);

-- rollback: set lock_timeout = '5s';
-- rollback: set check_function_bodies = off;
-- rollback:
-- rollback: -- function public.add(integer, integer)
-- rollback: create or replace function public.add(a integer, b integer) returns integer
-- rollback:   language sql
-- rollback:   as $$ select a + b $$;
-- rollback:
-- rollback: -- then: supabase migration repair --status reverted 20260101000000
