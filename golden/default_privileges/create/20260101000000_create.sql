-- create: +1 schema, +3 default privileges
--   undo      schemac rollback; marked lines below cannot bring data back
--   compared  nothing with after.sql (1 file), PostgreSQL 17
set lock_timeout = '5s';

-- schema app
create schema if not exists app;

-- default privileges
alter default privileges for role postgres revoke all on functions from public;
alter default privileges for role postgres in schema app grant usage on sequences to writer with grant option;
alter default privileges for role postgres in schema app grant select on tables to reader;

-- rollback: set lock_timeout = '5s';
-- rollback:
-- rollback: -- default privileges
-- rollback: alter default privileges for role postgres grant all on functions to public;
-- rollback:
-- rollback: -- schema app
-- rollback: drop schema if exists app;
-- rollback:
-- rollback: -- then: supabase migration repair --status reverted 20260101000000
