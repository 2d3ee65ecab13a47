-- function_and_dependents: ~1 table, +1 function, -1 function, ~1 index
--   hazards   breaks-clients  function public.f(integer) is dropped
--             may-fail        constraint "t_a_check" of public.t may be violated by existing rows
--             locks-reads     table public.t is read through, neither read nor written by others, while constraint "t_a_check" of public.t is made
--             locks-writes    table public.t is read through, not written by others, while index public.t_f_idx is made
--   locks     public.t  access exclusive, while it is read through
--   undo      schemac rollback; marked lines below cannot bring data back
--   compared  before.sql (1 file) with after.sql (1 file), PostgreSQL 17
set lock_timeout = '5s';
set check_function_bodies = off;

-- index public.t_f_idx
drop index if exists public.t_f_idx;

-- table public.t
alter table public.t drop constraint if exists t_a_check;

-- function public.f(integer)
drop function if exists public.f(integer);

-- function public.f(bigint)
create or replace function public.f(a bigint) returns bigint
  language sql immutable
  as $$select a$$;

-- table public.t
alter table public.t add constraint t_a_check check (public.f(a) > 0);

-- index public.t_f_idx
create index if not exists t_f_idx on public.t (public.f(a));

-- rollback: set lock_timeout = '5s';
-- rollback: set check_function_bodies = off;
-- rollback:
-- rollback: -- index public.t_f_idx
-- rollback: drop index if exists public.t_f_idx;
-- rollback:
-- rollback: -- table public.t
-- rollback: alter table public.t drop constraint if exists t_a_check;
-- rollback:
-- rollback: -- function public.f(bigint)
-- rollback: drop function if exists public.f(bigint);
-- rollback:
-- rollback: -- function public.f(integer)
-- rollback: create or replace function public.f(a integer) returns integer
-- rollback:   language sql immutable
-- rollback:   as $$select a$$;
-- rollback:
-- rollback: -- table public.t
-- rollback: alter table public.t add constraint t_a_check check (public.f(a) > 0);
-- rollback:
-- rollback: -- index public.t_f_idx
-- rollback: create index if not exists t_f_idx on public.t (public.f(a));
-- rollback:
-- rollback: -- then: supabase migration repair --status reverted 20260101000000
