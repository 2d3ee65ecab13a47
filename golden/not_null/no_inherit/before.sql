create table public.p (a int not null, b int not null no inherit);
create table public.c () inherits (public.p);
