-- on_function: +1 table, +1 function, +1 index
--   undo      schemac rollback; marked lines below cannot bring data back
--   compared  nothing with after.sql (1 file), PostgreSQL 17
set lock_timeout = '5s';
set check_function_bodies = off;

-- function public.slug(text)
create or replace function public.slug(title text) returns text
  language sql immutable
  as $$ select lower(replace(title, ' ', '-')) $$;

-- table public.posts
create table if not exists public.posts (
  id    integer primary key,
  title text not null,
  slug  text generated always as (public.slug(title)) stored
);

-- index public.posts_slug_idx
create unique index if not exists posts_slug_idx on public.posts (slug);

-- rollback: set lock_timeout = '5s';
-- rollback:
-- rollback: -- table public.posts
-- rollback: -- LOST: the rows of public.posts
-- rollback: drop table if exists public.posts;
-- rollback:
-- rollback: -- function public.slug(text)
-- rollback: drop function if exists public.slug(text);
-- rollback:
-- rollback: -- then: supabase migration repair --status reverted 20260101000000
