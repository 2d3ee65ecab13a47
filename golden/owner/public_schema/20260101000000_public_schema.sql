-- public_schema: ~1 schema
--   undo      schemac rollback; marked lines below cannot bring data back
--   compared  nothing with after.sql (1 file), PostgreSQL 17
set lock_timeout = '5s';

-- schema public
alter schema public owner to app_owner;
revoke usage on schema public from public;

-- rollback: set lock_timeout = '5s';
-- rollback:
-- rollback: -- schema public
-- rollback: alter schema public owner to pg_database_owner;
-- rollback: grant usage on schema public to public;
-- rollback:
-- rollback: -- then: supabase migration repair --status reverted 20260101000000
