create table public.t (id int primary key, a int constraint a_is_there not null);
create table public.p (b int constraint old_name not null);
create table public.c () inherits (public.p);
