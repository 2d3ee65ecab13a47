-- create: +1 materialized view, +1 index
--   hazards   locks-writes  materialized view public.m is read through, not written by others, while index public.m_a_idx is made
--   locks     public.m  share, while it is read through
--   undo      schemac rollback; marked lines below cannot bring data back
--   compared  before.sql (1 file) with after.sql (1 file), PostgreSQL 17
set lock_timeout = '5s';

-- materialized view public.m
create materialized view if not exists public.m as
  select a, count(*) as n from public.t group by a;

-- index public.m_a_idx
create unique index if not exists m_a_idx on public.m (a);

-- rollback: set lock_timeout = '5s';
-- rollback:
-- rollback: -- materialized view public.m
-- rollback: drop materialized view if exists public.m;
-- rollback:
-- rollback: -- then: supabase migration repair --status reverted 20260101000000
