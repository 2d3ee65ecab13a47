-- drop: -1 table, -1 schema
--   hazards   data-loss  table billing.invoices is dropped
--   locks     billing.invoices  access exclusive, short
--   undo      schemac rollback; marked lines below cannot bring data back
--   compared  before.sql (1 file) with nothing, PostgreSQL 17
set lock_timeout = '5s';

-- table billing.invoices
drop table if exists billing.invoices;

-- schema billing
drop schema if exists billing;

-- rollback: set lock_timeout = '5s';
-- rollback:
-- rollback: -- schema billing
-- rollback: create schema if not exists billing;
-- rollback:
-- rollback: -- table billing.invoices
-- rollback: -- LOST: the rows that billing.invoices had do not come back
-- rollback: create table if not exists billing.invoices (
-- rollback:   id integer
-- rollback: );
-- rollback:
-- rollback: -- then: supabase migration repair --status reverted 20260101000000
