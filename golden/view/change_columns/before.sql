create table public.t (id int primary key, a int, b text);
create view public.v as select id, a from public.t;
grant select on public.v to reader;
