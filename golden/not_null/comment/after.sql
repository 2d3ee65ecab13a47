create table public.t (id int primary key, a int not null, b int not null);
comment on constraint t_a_not_null on public.t is 'who has no a has nothing';
comment on constraint t_b_not_null on public.t is 'of a new column';
create table public.u (a int constraint here not null);
comment on constraint here on public.u is 'of a new table';
create domain public.d as int not null;
comment on constraint d_not_null on domain public.d is 'of a domain';
