-- create: +1 table, +1 schema, +3 statistics objects
--   undo      schemac rollback; marked lines below cannot bring data back
--   compared  nothing with after.sql (1 file), PostgreSQL 17
set lock_timeout = '5s';

-- schema app
create schema if not exists app;

-- table app.t
create table if not exists app.t (
  a integer,
  b integer,
  c text
);

-- statistics object app.ab
create statistics if not exists app.ab (ndistinct, dependencies) on a, b from app.t;
alter statistics app.ab set statistics 500;
comment on statistics app.ab is 'they go together';

-- statistics object app.sums
create statistics if not exists app.sums on a, (a + b), (lower(c)) from app.t;

-- statistics object public."One"
create statistics if not exists public."One" on (a * b) from app.t;

-- rollback: set lock_timeout = '5s';
-- rollback:
-- rollback: -- statistics object app.ab
-- rollback: drop statistics if exists app.ab;
-- rollback:
-- rollback: -- statistics object app.sums
-- rollback: drop statistics if exists app.sums;
-- rollback:
-- rollback: -- statistics object public."One"
-- rollback: drop statistics if exists public."One";
-- rollback:
-- rollback: -- table app.t
-- rollback: -- LOST: the rows of app.t
-- rollback: drop table if exists app.t;
-- rollback:
-- rollback: -- schema app
-- rollback: drop schema if exists app;
-- rollback:
-- rollback: -- then: supabase migration repair --status reverted 20260101000000
