create table public.t (id int primary key, a int not null);
create table public.p (b int constraint new_name not null);
create table public.c () inherits (public.p);
