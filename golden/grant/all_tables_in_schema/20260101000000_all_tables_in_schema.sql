-- all_tables_in_schema: ~2 tables
--   undo      schemac rollback; marked lines below cannot bring data back
--   compared  before.sql (1 file) with after.sql (1 file), PostgreSQL 17
set lock_timeout = '5s';

-- privileges on app.a, app.b
grant select on app.a to reader;
grant select on app.b to reader;

-- rollback: set lock_timeout = '5s';
-- rollback:
-- rollback: -- privileges on app.a, app.b
-- rollback: revoke select on app.a from reader;
-- rollback: revoke select on app.b from reader;
-- rollback:
-- rollback: -- then: supabase migration repair --status reverted 20260101000000
