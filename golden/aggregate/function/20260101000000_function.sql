-- function: ~1 function, ~1 aggregate
--   undo      schemac rollback; marked lines below cannot bring data back
--   compared  before.sql (1 file) with after.sql (1 file), PostgreSQL 17
set lock_timeout = '5s';
set check_function_bodies = off;

-- aggregate public.total(integer)
drop aggregate if exists public.total(integer);

-- function public.step(integer, integer)
drop function if exists public.step(integer, integer);
create or replace function public.step(state integer, amount integer) returns integer
  language sql immutable
  return state + amount;

-- aggregate public.total(integer)
create or replace aggregate public.total(integer) (
  sfunc = public.step,
  stype = integer,
  initcond = '0'
);

-- rollback: set lock_timeout = '5s';
-- rollback: set check_function_bodies = off;
-- rollback:
-- rollback: -- aggregate public.total(integer)
-- rollback: drop aggregate if exists public.total(integer);
-- rollback:
-- rollback: -- function public.step(integer, integer)
-- rollback: drop function if exists public.step(integer, integer);
-- rollback: create or replace function public.step(state integer, value integer) returns integer
-- rollback:   language sql immutable
-- rollback:   return state + value;
-- rollback:
-- rollback: -- aggregate public.total(integer)
-- rollback: create or replace aggregate public.total(integer) (
-- rollback:   sfunc = public.step,
-- rollback:   stype = integer,
-- rollback:   initcond = '0'
-- rollback: );
-- rollback:
-- rollback: -- then: supabase migration repair --status reverted 20260101000000
