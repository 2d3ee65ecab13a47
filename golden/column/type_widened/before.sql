create table public.t (id int primary key, n int, s varchar(20), d numeric(5,2));
