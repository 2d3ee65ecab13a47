create table public.base (id int);
create table public.leaf (id int, extra int);
