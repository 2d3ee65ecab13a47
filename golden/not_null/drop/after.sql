create table public.t (id int, a int, b int);
