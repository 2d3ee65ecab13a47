create table public.t (id int, constraint new_name primary key (id));
