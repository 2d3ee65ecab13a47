create table public.orders (id int primary key);
create view public.v as select id from public.oders;
