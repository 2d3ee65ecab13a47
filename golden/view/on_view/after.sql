create table public.t (id int primary key, a int, b text);
create view public.v1 as select id, b from public.t;
create view public.v2 as select id from public.v1 where b is not null;
