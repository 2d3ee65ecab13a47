-- drop: -1 table
--   hazards   data-loss  table public.events_2025 is dropped
--   locks     public.events       access exclusive, short
--             public.events_2025  access exclusive, short
--   undo      schemac rollback; marked lines below cannot bring data back
--   compared  before.sql (1 file) with after.sql (1 file), PostgreSQL 17
set lock_timeout = '5s';

-- table public.events_2025
drop table if exists public.events_2025;

-- rollback: set lock_timeout = '5s';
-- rollback:
-- rollback: -- table public.events_2025
-- rollback: -- LOST: the rows that public.events_2025 had do not come back
-- rollback: create table if not exists public.events_2025 partition of public.events for values from ('2025-01-01') to ('2026-01-01');
-- rollback:
-- rollback: -- then: supabase migration repair --status reverted 20260101000000
