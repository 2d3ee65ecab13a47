create table public.base (id int, note text);
create table public.leaf (extra int) inherits (public.base);
