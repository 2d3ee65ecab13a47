-- drop: -2 default privileges
--   undo      schemac rollback; marked lines below cannot bring data back
--   compared  before.sql (1 file) with after.sql (1 file), PostgreSQL 17
set lock_timeout = '5s';

-- default privileges
alter default privileges for role postgres grant all on functions to public;
alter default privileges for role postgres in schema app revoke select on tables from reader;

-- rollback: set lock_timeout = '5s';
-- rollback:
-- rollback: -- default privileges
-- rollback: alter default privileges for role postgres revoke all on functions from public;
-- rollback: alter default privileges for role postgres in schema app grant select on tables to reader;
-- rollback:
-- rollback: -- then: supabase migration repair --status reverted 20260101000000
