create table public.t (id int primary key, a int, b text);
create view public.v as select id from public.t;
