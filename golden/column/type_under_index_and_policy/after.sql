create table public.t (id int primary key, n bigint, owner varchar(63));
create index t_n_idx on public.t (n) where n > 0;
alter table public.t enable row level security;
create policy mine on public.t using (owner = current_user);
