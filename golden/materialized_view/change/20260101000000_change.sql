-- change: ~1 materialized view, +1 index
--   hazards   locks-writes  materialized view public.m is read through, not written by others, while index public.m_a_idx is made
--   locks     public.m  access exclusive, short, after share while it is read through
--   undo      schemac rollback; marked lines below cannot bring data back
--   compared  before.sql (1 file) with after.sql (1 file), PostgreSQL 17
set lock_timeout = '5s';

-- materialized view public.m
drop materialized view if exists public.m;
create materialized view if not exists public.m as
  select a, b from public.t;

-- index public.m_a_idx
create index if not exists m_a_idx on public.m (a);

-- privileges on public.m
grant select on public.m to reader;

-- rollback: set lock_timeout = '5s';
-- rollback:
-- rollback: -- materialized view public.m
-- rollback: drop materialized view if exists public.m;
-- rollback: create materialized view if not exists public.m as
-- rollback:   select a from public.t;
-- rollback:
-- rollback: -- index public.m_a_idx
-- rollback: create index if not exists m_a_idx on public.m (a);
-- rollback:
-- rollback: -- privileges on public.m
-- rollback: grant select on public.m to reader;
-- rollback:
-- rollback: -- then: supabase migration repair --status reverted 20260101000000
