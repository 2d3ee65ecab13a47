-- create: +3 tables, +1 index
--   undo      schemac rollback; marked lines below cannot bring data back
--   compared  nothing with after.sql (1 file), PostgreSQL 17
set lock_timeout = '5s';

-- table public.events
create table if not exists public.events (
  id   integer not null,
  at   date not null,
  kind text,
  primary key (id, at)
) partition by range (at);

-- index public.events_kind_idx
create index if not exists events_kind_idx on public.events (kind);

-- table public.events_2025
create table if not exists public.events_2025 partition of public.events for values from ('2025-01-01') to ('2026-01-01');

-- table public.events_rest
create table if not exists public.events_rest partition of public.events default;

-- rollback: set lock_timeout = '5s';
-- rollback:
-- rollback: -- table public.events_2025
-- rollback: -- LOST: the rows of public.events_2025
-- rollback: drop table if exists public.events_2025;
-- rollback:
-- rollback: -- table public.events_rest
-- rollback: -- LOST: the rows of public.events_rest
-- rollback: drop table if exists public.events_rest;
-- rollback:
-- rollback: -- table public.events
-- rollback: -- LOST: the rows of public.events
-- rollback: drop table if exists public.events;
-- rollback:
-- rollback: -- then: supabase migration repair --status reverted 20260101000000
