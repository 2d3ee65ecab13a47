create table public.thing (id int primary key);
