create schema app;
create function app.on_ddl() returns event_trigger language plpgsql as $$ begin end $$;
create event trigger watch on ddl_command_end when tag in ('CREATE TABLE', 'alter table') execute function app.on_ddl();
create event trigger gone on sql_drop execute function app.on_ddl();
alter event trigger gone enable always;
comment on event trigger watch is 'looks on';
