create table public.t (id int primary key, k int unique);
