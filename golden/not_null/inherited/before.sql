create table public.p (a int, b int not null, c int not null);
create table public.k () inherits (public.p);
create table public.l (a int constraint own not null) inherits (public.p);
