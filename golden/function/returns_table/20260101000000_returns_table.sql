-- returns_table: +1 table, +3 functions
--   undo      schemac rollback; marked lines below cannot bring data back
--   compared  nothing with after.sql (1 file), PostgreSQL 17
set lock_timeout = '5s';
set check_function_bodies = off;

-- function public."both"(integer)
create or replace function public."both"(inout x integer, out y text)
  language plpgsql
  as $$ begin y := x::text; end $$;

-- table public.t
create table if not exists public.t (
  id integer primary key,
  a  integer
);

-- function public.all_of_t()
create or replace function public.all_of_t() returns setof public.t
  language sql stable
  as $$ select * from public.t $$;

-- function public.top(integer)
create or replace function public.top(n integer) returns table (id integer, a integer)
  language sql stable
  as $$ select id, a from public.t order by a desc limit n $$;

-- rollback: set lock_timeout = '5s';
-- rollback:
-- rollback: -- function public.all_of_t()
-- rollback: drop function if exists public.all_of_t();
-- rollback:
-- rollback: -- function public."both"(integer)
-- rollback: drop function if exists public."both"(integer);
-- rollback:
-- rollback: -- function public.top(integer)
-- rollback: drop function if exists public.top(integer);
-- rollback:
-- rollback: -- table public.t
-- rollback: -- LOST: the rows of public.t
-- rollback: drop table if exists public.t;
-- rollback:
-- rollback: -- then: supabase migration repair --status reverted 20260101000000
