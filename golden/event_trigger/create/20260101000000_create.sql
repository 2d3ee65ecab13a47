-- create: +1 function, +1 schema, +2 event triggers
--   undo      schemac rollback; marked lines below cannot bring data back
--   compared  nothing with after.sql (1 file), PostgreSQL 17
set lock_timeout = '5s';
set check_function_bodies = off;

-- schema app
create schema if not exists app;

-- function app.on_ddl()
create or replace function app.on_ddl() returns event_trigger
  language plpgsql
  as $$ begin end $$;

-- event trigger gone
drop event trigger if exists gone;
create event trigger gone on sql_drop
  execute function app.on_ddl();
alter event trigger gone enable always;

-- event trigger watch
drop event trigger if exists watch;
create event trigger watch on ddl_command_end
  when tag in ('CREATE TABLE', 'ALTER TABLE')
  execute function app.on_ddl();
comment on event trigger watch is 'looks on';

-- rollback: set lock_timeout = '5s';
-- rollback:
-- rollback: -- event trigger gone
-- rollback: drop event trigger if exists gone;
-- rollback:
-- rollback: -- event trigger watch
-- rollback: drop event trigger if exists watch;
-- rollback:
-- rollback: -- function app.on_ddl()
-- rollback: drop function if exists app.on_ddl();
-- rollback:
-- rollback: -- schema app
-- rollback: drop schema if exists app;
-- rollback:
-- rollback: -- then: supabase migration repair --status reverted 20260101000000
