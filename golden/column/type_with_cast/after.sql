create table public.t (id int primary key, n integer default 0);
