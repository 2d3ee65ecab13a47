create table public.t (id int primary key, a int);
create view public.v as select id from public.t;
create index t_a_idx on public.t (a);
create function public.f() returns int language sql as 'select 1';
create domain public.d as int;
alter table public.t add constraint c check (a > 0);
