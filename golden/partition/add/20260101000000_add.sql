-- add: +1 table
--   locks     public.events  access exclusive, short
--   undo      schemac rollback; marked lines below cannot bring data back
--   compared  before.sql (1 file) with after.sql (1 file), PostgreSQL 17
set lock_timeout = '5s';

-- table public.events_2026
create table if not exists public.events_2026 partition of public.events for values from ('2026-01-01') to ('2027-01-01');

-- rollback: set lock_timeout = '5s';
-- rollback:
-- rollback: -- table public.events_2026
-- rollback: -- LOST: the rows of public.events_2026
-- rollback: drop table if exists public.events_2026;
-- rollback:
-- rollback: -- then: supabase migration repair --status reverted 20260101000000
