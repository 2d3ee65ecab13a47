-- calls_function: +1 table, +1 policy, +1 function
--   hazards   weakens-security  function public.is_member() is SECURITY DEFINER without a search_path of its own
--             policy-changed    policy "members" of public.t is new
--   locks     public.t  access exclusive, short
--   undo      schemac rollback; marked lines below cannot bring data back
--   compared  before.sql (1 file) with after.sql (1 file), PostgreSQL 17
set lock_timeout = '5s';
set check_function_bodies = off;

-- table public.members
create table if not exists public.members (
  who text primary key
);

-- function public.is_member()
create or replace function public.is_member() returns boolean
  language sql stable security definer
  as $$ select exists (select from public.members where who = current_user) $$;

-- policy "members" of public.t
drop policy if exists members on public.t;
create policy members on public.t for select using (public.is_member() and id in (select length(who) from public.members));

-- rollback: set lock_timeout = '5s';
-- rollback:
-- rollback: -- policy "members" of public.t
-- rollback: drop policy if exists members on public.t;
-- rollback:
-- rollback: -- function public.is_member()
-- rollback: drop function if exists public.is_member();
-- rollback:
-- rollback: -- table public.members
-- rollback: -- LOST: the rows of public.members
-- rollback: drop table if exists public.members;
-- rollback:
-- rollback: -- then: supabase migration repair --status reverted 20260101000000
