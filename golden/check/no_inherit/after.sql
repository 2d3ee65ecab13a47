create table public.base (a int, constraint only_base check (a > 0) no inherit);
create table public.leaf () inherits (public.base);
