-- return_type: ~1 function, ~1 view
--   undo      schemac rollback; marked lines below cannot bring data back
--   compared  before.sql (1 file) with after.sql (1 file), PostgreSQL 17
set lock_timeout = '5s';
set check_function_bodies = off;

-- view public.v
drop view if exists public.v;

-- function public.f()
drop function if exists public.f();
create or replace function public.f() returns text
  language sql
  as $$ select 'x' $$;

-- view public.v
create or replace view public.v as
  select public.f() as n;

-- rollback: set lock_timeout = '5s';
-- rollback: set check_function_bodies = off;
-- rollback:
-- rollback: -- view public.v
-- rollback: drop view if exists public.v;
-- rollback:
-- rollback: -- function public.f()
-- rollback: drop function if exists public.f();
-- rollback: create or replace function public.f() returns integer
-- rollback:   language sql
-- rollback:   as $$select 1$$;
-- rollback:
-- rollback: -- view public.v
-- rollback: create or replace view public.v as
-- rollback:   select public.f() as n;
-- rollback:
-- rollback: -- then: supabase migration repair --status reverted 20260101000000
