-- drop_all: -2 tables
--   hazards   data-loss  table public.events is dropped
--             data-loss  table public.events_rest is dropped
--   locks     public.events       access exclusive, short
--             public.events_rest  access exclusive, short
--   undo      schemac rollback; marked lines below cannot bring data back
--   compared  before.sql (1 file) with nothing, PostgreSQL 17
set lock_timeout = '5s';

-- table public.events_rest
drop table if exists public.events_rest;

-- table public.events
drop table if exists public.events;

-- rollback: set lock_timeout = '5s';
-- rollback:
-- rollback: -- table public.events
-- rollback: -- LOST: the rows that public.events had do not come back
-- rollback: create table if not exists public.events (
-- rollback:   id   integer not null,
-- rollback:   at   date not null,
-- rollback:   kind text
-- rollback: ) partition by range (at);
-- rollback:
-- rollback: -- table public.events_rest
-- rollback: -- LOST: the rows that public.events_rest had do not come back
-- rollback: create table if not exists public.events_rest partition of public.events default;
-- rollback:
-- rollback: -- then: supabase migration repair --status reverted 20260101000000
