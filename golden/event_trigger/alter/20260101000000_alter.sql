-- alter: ~2 event triggers
--   undo      schemac rollback; marked lines below cannot bring data back
--   compared  before.sql (1 file) with after.sql (1 file), PostgreSQL 17
set lock_timeout = '5s';

-- event trigger watch
drop event trigger if exists watch;

-- event trigger start
alter event trigger start enable replica;

-- event trigger watch
create event trigger watch on ddl_command_end
  when tag in ('CREATE VIEW')
  execute function app.on_ddl();

-- rollback: set lock_timeout = '5s';
-- rollback:
-- rollback: -- event trigger watch
-- rollback: drop event trigger if exists watch;
-- rollback:
-- rollback: -- event trigger start
-- rollback: alter event trigger start disable;
-- rollback:
-- rollback: -- event trigger watch
-- rollback: create event trigger watch on ddl_command_end
-- rollback:   execute function app.on_ddl();
-- rollback:
-- rollback: -- then: supabase migration repair --status reverted 20260101000000
