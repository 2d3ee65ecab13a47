create table public.parent (a text);
create table public.child (b text) inherits (public.parent);
