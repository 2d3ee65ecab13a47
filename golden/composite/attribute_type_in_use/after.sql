create type public.place as (street text, number bigint, town text);
create table public.t (id integer primary key, p public.place);
create view public.v as select p from public.t;
