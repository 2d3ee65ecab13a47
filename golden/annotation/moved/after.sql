create schema app;
-- schemac: renamed from public.t
create table app.t (id integer primary key);
