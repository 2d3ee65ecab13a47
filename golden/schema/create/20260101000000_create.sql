-- create: +1 table, +1 schema
--   undo      schemac rollback; marked lines below cannot bring data back
--   compared  nothing with after.sql (1 file), PostgreSQL 17
set lock_timeout = '5s';

-- schema billing
create schema if not exists billing;

-- table billing.invoices
create table if not exists billing.invoices (
  id integer primary key
);

-- rollback: set lock_timeout = '5s';
-- rollback:
-- rollback: -- table billing.invoices
-- rollback: -- LOST: the rows of billing.invoices
-- rollback: drop table if exists billing.invoices;
-- rollback:
-- rollback: -- schema billing
-- rollback: drop schema if exists billing;
-- rollback:
-- rollback: -- then: supabase migration repair --status reverted 20260101000000
