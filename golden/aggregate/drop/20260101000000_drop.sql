-- drop: -1 function, -2 aggregates
--   hazards   breaks-clients  function public.step(text, text) is dropped
--             breaks-clients  aggregate public.concatenated(text) is dropped
--             breaks-clients  aggregate public.counted() is dropped
--   undo      schemac rollback; marked lines below cannot bring data back
--   compared  before.sql (1 file) with nothing, PostgreSQL 17
set lock_timeout = '5s';

-- aggregate public.concatenated(text)
drop aggregate if exists public.concatenated(text);

-- aggregate public.counted()
drop aggregate if exists public.counted(*);

-- function public.step(text, text)
drop function if exists public.step(text, text);

-- rollback: set lock_timeout = '5s';
-- rollback: set check_function_bodies = off;
-- rollback:
-- rollback: -- function public.step(text, text)
-- rollback: create or replace function public.step(state text, value text) returns text
-- rollback:   language sql immutable
-- rollback:   return state || value;
-- rollback:
-- rollback: -- aggregate public.concatenated(text)
-- rollback: create or replace aggregate public.concatenated(text) (
-- rollback:   sfunc = public.step,
-- rollback:   stype = text,
-- rollback:   initcond = ''
-- rollback: );
-- rollback:
-- rollback: -- aggregate public.counted()
-- rollback: create or replace aggregate public.counted(*) (
-- rollback:   sfunc = int8inc,
-- rollback:   stype = bigint,
-- rollback:   initcond = '0'
-- rollback: );
-- rollback:
-- rollback: -- then: supabase migration repair --status reverted 20260101000000
