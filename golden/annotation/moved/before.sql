create schema app;
create table public.t (id integer primary key);
