create table public.t (id int primary key, a int, b text);
create view public.v1 as select id, a from public.t;
create view public.v2 as select id from public.v1;
