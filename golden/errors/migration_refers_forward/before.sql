create view public.v as select id from public.t;
create table public.t (id int);
