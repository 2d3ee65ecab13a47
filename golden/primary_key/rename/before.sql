create table public.t (id int, constraint old_name primary key (id));
