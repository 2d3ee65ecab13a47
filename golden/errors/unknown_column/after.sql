create table public.orders (id int primary key, total int);
create view public.v as select totl from public.orders;
