create table public.t (id int primary key, a int);
create view public.v as select id, a from public.t where a in (1, 2);
