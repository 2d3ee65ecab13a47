-- overloads: +1 function, -1 function
--   hazards   breaks-clients  function public.f(text) is dropped
--   undo      schemac rollback; marked lines below cannot bring data back
--   compared  before.sql (1 file) with after.sql (1 file), PostgreSQL 17
set lock_timeout = '5s';
set check_function_bodies = off;

-- function public.f(text)
drop function if exists public.f(text);

-- function public.f(date)
create or replace function public.f(a date) returns integer
  language sql
  as $$select 3$$;

-- rollback: set lock_timeout = '5s';
-- rollback: set check_function_bodies = off;
-- rollback:
-- rollback: -- function public.f(date)
-- rollback: drop function if exists public.f(date);
-- rollback:
-- rollback: -- function public.f(text)
-- rollback: create or replace function public.f(a text) returns integer
-- rollback:   language sql
-- rollback:   as $$select 2$$;
-- rollback:
-- rollback: -- then: supabase migration repair --status reverted 20260101000000
