create table public.t (id int primary key, n int not null, m int);
