create table public.base (id int);
create table public.leaf (extra int) inherits (public.base);
