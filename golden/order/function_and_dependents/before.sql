create function public.f(a int) returns int language sql immutable as 'select a';
create table public.t (a int, check (public.f(a) > 0));
create index t_f_idx on public.t (public.f(a));
