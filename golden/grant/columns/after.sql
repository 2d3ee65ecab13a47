create table public.t (id int primary key, a int);
grant select (id, a), update (a) on public.t to writer;
