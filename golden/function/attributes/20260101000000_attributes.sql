-- attributes: ~1 function
--   hazards   weakens-security  function public.f() is SECURITY DEFINER without a search_path of its own
--   undo      schemac rollback; marked lines below cannot bring data back
--   compared  before.sql (1 file) with after.sql (1 file), PostgreSQL 17
set lock_timeout = '5s';
set check_function_bodies = off;

-- function public.f()
create or replace function public.f() returns integer
  language sql stable leakproof security definer parallel restricted cost 7 set work_mem = '1MB'
  as $$select 1$$;

-- rollback: set lock_timeout = '5s';
-- rollback: set check_function_bodies = off;
-- rollback:
-- rollback: -- function public.f()
-- rollback: create or replace function public.f() returns integer
-- rollback:   language sql
-- rollback:   as $$select 1$$;
-- rollback:
-- rollback: -- then: supabase migration repair --status reverted 20260101000000
