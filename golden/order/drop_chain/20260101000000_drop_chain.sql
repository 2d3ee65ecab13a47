-- drop_chain: ~1 table, -1 function, -2 views
--   hazards   data-loss       column public.t.a is dropped
--             breaks-clients  view public.v1 is dropped
--             breaks-clients  view public.v2 is dropped
--             breaks-clients  function public.f() is dropped
--   locks     public.t  access exclusive, short
--   undo      schemac rollback; marked lines below cannot bring data back
--   compared  before.sql (1 file) with after.sql (1 file), PostgreSQL 17
set lock_timeout = '5s';

-- function public.f()
drop function if exists public.f();

-- view public.v2
drop view if exists public.v2;

-- view public.v1
drop view if exists public.v1;

-- table public.t
alter table public.t drop column if exists a;

-- rollback: set lock_timeout = '5s';
-- rollback: set check_function_bodies = off;
-- rollback:
-- rollback: -- table public.t
-- rollback: -- LOST: the values that public.t.a had do not come back
-- rollback: alter table public.t add column if not exists a integer;
-- rollback:
-- rollback: -- view public.v1
-- rollback: create or replace view public.v1 as
-- rollback:   select a from public.t;
-- rollback:
-- rollback: -- view public.v2
-- rollback: create or replace view public.v2 as
-- rollback:   select a from public.v1;
-- rollback:
-- rollback: -- function public.f()
-- rollback: create or replace function public.f() returns setof public.v2
-- rollback:   language sql
-- rollback:   as $$ select * from public.v2 $$;
-- rollback:
-- rollback: -- then: supabase migration repair --status reverted 20260101000000
