-- no_inherit: +2 tables
--   undo      schemac rollback; marked lines below cannot bring data back
--   compared  nothing with after.sql (1 file), PostgreSQL 17
set lock_timeout = '5s';

-- table public.base
create table if not exists public.base (
  a integer,
  constraint only_base check (a > 0) no inherit
);

-- table public.leaf
create table if not exists public.leaf () inherits (public.base);

-- rollback: set lock_timeout = '5s';
-- rollback:
-- rollback: -- table public.leaf
-- rollback: -- LOST: the rows of public.leaf
-- rollback: drop table if exists public.leaf;
-- rollback:
-- rollback: -- table public.base
-- rollback: -- LOST: the rows of public.base
-- rollback: drop table if exists public.base;
-- rollback:
-- rollback: -- then: supabase migration repair --status reverted 20260101000000
