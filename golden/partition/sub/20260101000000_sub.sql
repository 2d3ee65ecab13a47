-- sub: +4 tables
--   undo      schemac rollback; marked lines below cannot bring data back
--   compared  nothing with after.sql (1 file), PostgreSQL 17
set lock_timeout = '5s';

-- table public.m
create table if not exists public.m (
  region text,
  k      integer,
  v      text
) partition by list (region);

-- table public.m_eu
create table if not exists public.m_eu partition of public.m for values in ('de', 'fr') partition by hash (k);

-- table public.m_eu_0
create table if not exists public.m_eu_0 partition of public.m_eu for values with (modulus 2, remainder 0);

-- table public.m_eu_1
create table if not exists public.m_eu_1 partition of public.m_eu for values with (modulus 2, remainder 1);

-- rollback: set lock_timeout = '5s';
-- rollback:
-- rollback: -- table public.m_eu_0
-- rollback: -- LOST: the rows of public.m_eu_0
-- rollback: drop table if exists public.m_eu_0;
-- rollback:
-- rollback: -- table public.m_eu_1
-- rollback: -- LOST: the rows of public.m_eu_1
-- rollback: drop table if exists public.m_eu_1;
-- rollback:
-- rollback: -- table public.m_eu
-- rollback: -- LOST: the rows of public.m_eu
-- rollback: drop table if exists public.m_eu;
-- rollback:
-- rollback: -- table public.m
-- rollback: -- LOST: the rows of public.m
-- rollback: drop table if exists public.m;
-- rollback:
-- rollback: -- then: supabase migration repair --status reverted 20260101000000
