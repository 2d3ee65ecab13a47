-- inherited: +2 tables, ~1 table
--   hazards   may-fail     column public.p.a becomes NOT NULL: fails where a row has none
--             locks-reads  table public.p is read through, neither read nor written by others, while column public.p.a is altered
--   locks     public.p  access exclusive, while it is read through
--   undo      schemac rollback; marked lines below cannot bring data back
--   compared  before.sql (1 file) with after.sql (1 file), PostgreSQL 18
set lock_timeout = '5s';

-- table public.m
create table if not exists public.m (
  c integer constraint mine not null
) inherits (public.p);

-- table public.n
create table if not exists public.n (
  not null b
) inherits (public.p);

-- table public.p
alter table public.p
  alter column a set not null,
  alter column b drop not null;

-- rollback: set lock_timeout = '5s';
-- rollback:
-- rollback: -- table public.m
-- rollback: -- LOST: the rows of public.m
-- rollback: drop table if exists public.m;
-- rollback:
-- rollback: -- table public.n
-- rollback: -- LOST: the rows of public.n
-- rollback: drop table if exists public.n;
-- rollback:
-- rollback: -- table public.p
-- rollback: alter table public.p
-- rollback:   alter column a drop not null,
-- rollback:   alter column b set not null;
-- rollback:
-- rollback: -- then: supabase migration repair --status reverted 20260101000000
