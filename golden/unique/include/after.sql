create table public.t (id int primary key, k int, v text, constraint t_k unique (k) include (v));
