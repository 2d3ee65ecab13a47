create table public.t (id integer primary key, a text not null check (a <> ''), b integer, "Odd Name" text);
create table public.parent (a text);
create table public.child (b text) inherits (public.parent);
