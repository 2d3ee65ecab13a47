-- drop: -2 event triggers
--   undo      schemac rollback; marked lines below cannot bring data back
--   compared  before.sql (1 file) with after.sql (1 file), PostgreSQL 17
set lock_timeout = '5s';

-- event trigger gone
drop event trigger if exists gone;

-- event trigger watch
drop event trigger if exists watch;

-- rollback: set lock_timeout = '5s';
-- rollback:
-- rollback: -- event trigger gone
-- rollback: drop event trigger if exists gone;
-- rollback: create event trigger gone on sql_drop
-- rollback:   execute function app.on_ddl();
-- rollback: alter event trigger gone enable always;
-- rollback:
-- rollback: -- event trigger watch
-- rollback: drop event trigger if exists watch;
-- rollback: create event trigger watch on ddl_command_end
-- rollback:   when tag in ('CREATE TABLE', 'ALTER TABLE')
-- rollback:   execute function app.on_ddl();
-- rollback: comment on event trigger watch is 'looks on';
-- rollback:
-- rollback: -- then: supabase migration repair --status reverted 20260101000000
