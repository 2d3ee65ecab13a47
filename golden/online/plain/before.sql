create table public.t (id integer primary key, a text, b integer, "Odd Name" text);
create table public.parent (a text);
create table public.child (b text) inherits (public.parent);
insert into public.t values (1, 'x', 2, 'y');
