create table public.t (id int primary key, a int, b text);
create materialized view public.m with (fillfactor = 70) as select a from public.t;
