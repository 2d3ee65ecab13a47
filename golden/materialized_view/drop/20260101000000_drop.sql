-- drop: -1 materialized view
--   hazards   breaks-clients  materialized view public.m is dropped
--   locks     public.m  access exclusive, short
--   undo      schemac rollback; marked lines below cannot bring data back
--   compared  before.sql (1 file) with after.sql (1 file), PostgreSQL 17
set lock_timeout = '5s';

-- materialized view public.m
drop materialized view if exists public.m;

-- rollback: set lock_timeout = '5s';
-- rollback:
-- rollback: -- materialized view public.m
-- rollback: create materialized view if not exists public.m as
-- rollback:   select a from public.t;
-- rollback:
-- rollback: -- then: supabase migration repair --status reverted 20260101000000
