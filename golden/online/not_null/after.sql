create table public.t (id integer primary key, a text not null check (a <> ''), b bigint not null, "Odd Name" text not null);
-- a check on it would come to its child too: the plain form
create table public.parent (a text not null);
create table public.child (b text) inherits (public.parent);
