create table public.p (a int not null, b int, c int not null);
create table public.k () inherits (public.p);
create table public.l (a int constraint own not null) inherits (public.p);
create table public.m (c int constraint mine not null) inherits (public.p);
create table public.n (not null b) inherits (public.p);
