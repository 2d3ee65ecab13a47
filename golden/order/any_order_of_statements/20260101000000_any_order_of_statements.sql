-- any_order_of_statements: +2 tables, +1 policy, +1 function, +1 view, +1 enum
--   undo      schemac rollback; marked lines below cannot bring data back
--   compared  nothing with after.sql (1 file), PostgreSQL 17
set lock_timeout = '5s';
set check_function_bodies = off;

-- enum public.mood
do $$ begin
  if to_regtype('public.mood') is null then
    create type public.mood as enum ('a', 'b');
  end if;
end $$;

-- function public.f(integer)
create or replace function public.f(n integer) returns integer
  language sql immutable
  as $$ select n $$;

-- table public.u
create table if not exists public.u (
  id integer primary key
);

-- table public.t
create table if not exists public.t (
  id   integer primary key,
  mood public.mood default 'a',
  u_id integer references public.u (id)
);
alter table public.t enable row level security;

-- policy "p" of public.t
drop policy if exists p on public.t;
create policy p on public.t using (public.f(id) > 0);

-- view public.v
create or replace view public.v as
  select public.f(t.id) as n, t.mood from public.t;
grant select on public.v to reader;

-- rollback: set lock_timeout = '5s';
-- rollback:
-- rollback: -- view public.v
-- rollback: drop view if exists public.v;
-- rollback:
-- rollback: -- table public.t
-- rollback: -- LOST: the rows of public.t
-- rollback: drop table if exists public.t;
-- rollback:
-- rollback: -- table public.u
-- rollback: -- LOST: the rows of public.u
-- rollback: drop table if exists public.u;
-- rollback:
-- rollback: -- function public.f(integer)
-- rollback: drop function if exists public.f(integer);
-- rollback:
-- rollback: -- enum public.mood
-- rollback: drop type if exists public.mood;
-- rollback:
-- rollback: -- then: supabase migration repair --status reverted 20260101000000
