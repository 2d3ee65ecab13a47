create table public.t (id int, k int);
