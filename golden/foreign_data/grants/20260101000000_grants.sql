-- grants: ~1 foreign-data wrapper, ~1 server
--   undo      schemac rollback; marked lines below cannot bring data back
--   compared  before.sql (1 file) with after.sql (1 file), PostgreSQL 17
set lock_timeout = '5s';

-- privileges on w, s
revoke all on foreign data wrapper w from app_reader;
revoke grant option for all on foreign server s from app_reader;

-- rollback: set lock_timeout = '5s';
-- rollback:
-- rollback: -- privileges on w, s
-- rollback: grant all on foreign data wrapper w to app_reader;
-- rollback: grant all on foreign server s to app_reader with grant option;
-- rollback:
-- rollback: -- then: supabase migration repair --status reverted 20260101000000
