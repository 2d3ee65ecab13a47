create table public.t (id int, a int constraint a_is_there not null);
