create table public.t (id int, a int not null, b int constraint b_is_there not null);
