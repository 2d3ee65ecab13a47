create schema old;
create table old.t (id integer primary key);
create function old.f() returns integer language sql as $$ select 1 $$;
