create table public.t (id int primary key, a int);
grant select on public.t to reader;
