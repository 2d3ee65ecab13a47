create table public.t (id int primary key, a int);
grant select on public.t to reader;
grant select, insert, update, delete on public.t to writer with grant option;
