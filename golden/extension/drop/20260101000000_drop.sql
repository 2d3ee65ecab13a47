-- drop: -1 extension
--   undo      schemac rollback; marked lines below cannot bring data back
--   compared  before.sql (1 file) with nothing, PostgreSQL 17
set lock_timeout = '5s';

-- extension citext
drop extension if exists citext;

-- rollback: set lock_timeout = '5s';
-- rollback:
-- rollback: -- extension citext
-- rollback: create extension if not exists citext;
-- rollback:
-- rollback: -- then: supabase migration repair --status reverted 20260101000000
