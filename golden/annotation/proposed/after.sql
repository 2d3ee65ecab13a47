create table public.persons (id integer primary key, name text);
create table public.t (id integer primary key, name text, n integer);
create type public.feeling as enum ('a', 'b');
