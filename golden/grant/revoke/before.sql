create table public.t (id int primary key, a int);
grant select, update on public.t to reader;
grant all on public.t to writer;
