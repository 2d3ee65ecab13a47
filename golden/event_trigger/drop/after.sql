create schema app;
create function app.on_ddl() returns event_trigger language plpgsql as $$ begin end $$;
