-- call_each_other: +2 functions
--   undo      schemac rollback; marked lines below cannot bring data back
--   compared  nothing with after.sql (1 file), PostgreSQL 17
set lock_timeout = '5s';
set check_function_bodies = off;

-- function public.even(integer)
create or replace function public.even(n integer) returns boolean
  language plpgsql
  as $$ begin return n = 0 or public.odd(n - 1); end $$;

-- function public.odd(integer)
create or replace function public.odd(n integer) returns boolean
  language plpgsql
  as $$ begin return n <> 0 and public.even(n - 1); end $$;

-- rollback: set lock_timeout = '5s';
-- rollback:
-- rollback: -- function public.even(integer)
-- rollback: drop function if exists public.even(integer);
-- rollback:
-- rollback: -- function public.odd(integer)
-- rollback: drop function if exists public.odd(integer);
-- rollback:
-- rollback: -- then: supabase migration repair --status reverted 20260101000000
