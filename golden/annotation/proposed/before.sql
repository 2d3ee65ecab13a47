create table public.people (id integer primary key, name text);
create table public.t (id integer primary key, title text, n integer);
create type public.mood as enum ('a', 'b');
