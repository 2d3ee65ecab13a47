-- move: ~1 extension
--   undo      schemac rollback; marked lines below cannot bring data back
--   compared  before.sql (1 file) with after.sql (1 file), PostgreSQL 17
set lock_timeout = '5s';

-- extension pg_trgm
alter extension pg_trgm set schema extensions;

-- rollback: set lock_timeout = '5s';
-- rollback:
-- rollback: -- extension pg_trgm
-- rollback: alter extension pg_trgm set schema public;
-- rollback:
-- rollback: -- then: supabase migration repair --status reverted 20260101000000
