-- table: +1 table, -1 table, +1 index
--   hazards   data-loss  table public.clients is dropped
--   undo      schemac rollback; marked lines below cannot bring data back
--   compared  before.sql (1 file) with after.sql (1 file), PostgreSQL 17
set lock_timeout = '5s';

-- table public.clients
drop table if exists public.clients;

-- table public.customers
create table if not exists public.customers (
  id   integer primary key,
  name text
);

-- index public.clients_name_idx
create index if not exists clients_name_idx on public.customers (name);

-- rollback: set lock_timeout = '5s';
-- rollback:
-- rollback: -- table public.customers
-- rollback: -- LOST: the rows of public.customers
-- rollback: drop table if exists public.customers;
-- rollback:
-- rollback: -- table public.clients
-- rollback: -- LOST: the rows that public.clients had do not come back
-- rollback: create table if not exists public.clients (
-- rollback:   id   integer primary key,
-- rollback:   name text
-- rollback: );
-- rollback:
-- rollback: -- index public.clients_name_idx
-- rollback: create index if not exists clients_name_idx on public.clients (name);
-- rollback:
-- rollback: -- then: supabase migration repair --status reverted 20260101000000
