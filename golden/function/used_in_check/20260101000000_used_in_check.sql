-- used_in_check: +1 table, +1 function
--   undo      schemac rollback; marked lines below cannot bring data back
--   compared  nothing with after.sql (1 file), PostgreSQL 17
set lock_timeout = '5s';
set check_function_bodies = off;

-- function public.is_slug(text)
create or replace function public.is_slug(s text) returns boolean
  language sql immutable
  as $$ select s ~ '^[a-z-]+$' $$;

-- table public.pages
create table if not exists public.pages (
  slug text primary key check (public.is_slug(slug))
);

-- rollback: set lock_timeout = '5s';
-- rollback:
-- rollback: -- table public.pages
-- rollback: -- LOST: the rows of public.pages
-- rollback: drop table if exists public.pages;
-- rollback:
-- rollback: -- function public.is_slug(text)
-- rollback: drop function if exists public.is_slug(text);
-- rollback:
-- rollback: -- then: supabase migration repair --status reverted 20260101000000
