create table public.t (id int, a int not null, b int constraint b_is_there not null, c int constraint c_here not null no inherit, d int constraint d_is_there not null);
