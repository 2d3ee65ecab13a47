-- create: +1 table, +1 index, +1 schema, +1 extension
--   undo      schemac rollback; marked lines below cannot bring data back
--   compared  nothing with after.sql (1 file), PostgreSQL 17
set lock_timeout = '5s';

-- schema extensions
create schema if not exists extensions;

-- extension pg_trgm
create extension if not exists pg_trgm with schema extensions;

-- table public.people
create table if not exists public.people (
  id   integer primary key,
  name text
);

-- index public.people_name_idx
create index if not exists people_name_idx on public.people using gin (name extensions.gin_trgm_ops);

-- rollback: set lock_timeout = '5s';
-- rollback:
-- rollback: -- table public.people
-- rollback: -- LOST: the rows of public.people
-- rollback: drop table if exists public.people;
-- rollback:
-- rollback: -- extension pg_trgm
-- rollback: drop extension if exists pg_trgm;
-- rollback:
-- rollback: -- schema extensions
-- rollback: drop schema if exists extensions;
-- rollback:
-- rollback: -- then: supabase migration repair --status reverted 20260101000000
