-- public_schema_revoked: ~1 schema
--   undo      schemac rollback; marked lines below cannot bring data back
--   compared  before.sql (1 file) with after.sql (1 file), PostgreSQL 17; not: roles and memberships
set lock_timeout = '5s';

-- privileges on public
revoke usage on schema public from anon;

-- rollback: set lock_timeout = '5s';
-- rollback:
-- rollback: -- privileges on public
-- rollback: grant usage on schema public to anon;
-- rollback:
-- rollback: -- then: supabase migration repair --status reverted 20260101000000
