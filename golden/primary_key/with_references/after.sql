create table public.a (id int, u uuid primary key);
create table public.b (id int primary key, a_id int);
