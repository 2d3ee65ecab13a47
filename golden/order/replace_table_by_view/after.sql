create table public.thing_data (id int primary key);
create view public.thing as select id from public.thing_data;
