create table public.people (id integer primary key);
create table public.pets (id integer primary key, owner integer, name text, parent integer);
