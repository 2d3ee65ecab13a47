create table public.t (id int primary key, n int, m int not null);
