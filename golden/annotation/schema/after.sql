-- schemac: renamed from old
create schema new;
-- schemac: renamed from t
create table new.u (id integer primary key, note text);
create function new.f() returns integer language sql as $$ select 1 $$;
