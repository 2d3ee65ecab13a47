create table public.t (id int primary key, a int, b text);
create view public.v as select a, b from public.t;
grant select on public.v to reader;
