-- create: +1 function, +1 composite type
--   undo      schemac rollback; marked lines below cannot bring data back
--   compared  nothing with after.sql (1 file), PostgreSQL 17
set lock_timeout = '5s';
set check_function_bodies = off;

-- composite type public.point3
do $$ begin
  if to_regtype('public.point3') is null then
    create type public.point3 as (
      x double precision,
      y double precision,
      z double precision
    );
  end if;
end $$;

-- function public.origin()
create or replace function public.origin() returns public.point3
  language sql immutable
  as $$ select row(0, 0, 0)::public.point3 $$;

-- rollback: set lock_timeout = '5s';
-- rollback:
-- rollback: -- function public.origin()
-- rollback: drop function if exists public.origin();
-- rollback:
-- rollback: -- composite type public.point3
-- rollback: drop type if exists public.point3;
-- rollback:
-- rollback: -- then: supabase migration repair --status reverted 20260101000000
