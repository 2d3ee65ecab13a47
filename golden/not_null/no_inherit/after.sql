create table public.p (a int not null no inherit, b int not null);
create table public.c (constraint p_a_not_null not null a) inherits (public.p);
