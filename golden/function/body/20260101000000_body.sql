-- body: ~1 function
--   undo      schemac rollback; marked lines below cannot bring data back
--   compared  before.sql (1 file) with after.sql (1 file), PostgreSQL 17
set lock_timeout = '5s';
set check_function_bodies = off;

-- function public.f(integer)
create or replace function public.f(a integer) returns integer
  language sql
  as $$ select a + 1 $$;

-- rollback: set lock_timeout = '5s';
-- rollback: set check_function_bodies = off;
-- rollback:
-- rollback: -- function public.f(integer)
-- rollback: create or replace function public.f(a integer) returns integer
-- rollback:   language sql
-- rollback:   as $$ select a $$;
-- rollback:
-- rollback: -- then: supabase migration repair --status reverted 20260101000000
