create table public.t (id int primary key, a int);
grant update (id) on public.t to writer;
