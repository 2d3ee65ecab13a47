-- create: +2 functions
--   undo      schemac rollback; marked lines below cannot bring data back
--   compared  nothing with after.sql (1 file), PostgreSQL 17
set lock_timeout = '5s';
set check_function_bodies = off;

-- function public.add(integer, integer)
create or replace function public.add(a integer, b integer default 1) returns integer
  language sql immutable strict parallel safe
  as $$ select a + b $$;
comment on function public.add(integer, integer) is 'Adds';

-- function public.say(text[])
create or replace function public.say(variadic words text[]) returns setof text
  language plpgsql stable security definer cost 10 rows 5 set search_path = ''
  as $$
begin
  return query select w from unnest(words) w;
end;
$$;

-- rollback: set lock_timeout = '5s';
-- rollback:
-- rollback: -- function public.add(integer, integer)
-- rollback: drop function if exists public.add(integer, integer);
-- rollback:
-- rollback: -- function public.say(text[])
-- rollback: drop function if exists public.say(text[]);
-- rollback:
-- rollback: -- then: supabase migration repair --status reverted 20260101000000
