create foreign data wrapper w;
create server s foreign data wrapper w;
create server other foreign data wrapper w;
create table public.t (a int, b text) partition by list (a);
create index t_b on public.t (b);
create foreign table public.t_1 partition of public.t for values in (1) server s;
create foreign table public.t_2 (a int, b text) server s;
