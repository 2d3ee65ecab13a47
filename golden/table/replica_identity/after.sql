create table public.t (id int primary key, k int not null);
create unique index t_k_idx on public.t (k);
alter table public.t replica identity using index t_k_idx;
