create schema app;
create function app.on_ddl() returns event_trigger language plpgsql as $$ begin end $$;
create event trigger watch on ddl_command_end execute function app.on_ddl();
create event trigger start on ddl_command_start execute function app.on_ddl();
alter event trigger start disable;
