-- a check on it would come to its child too: the plain form
create table public.parent (a text not null);
create table public.child (b text) inherits (public.parent);
