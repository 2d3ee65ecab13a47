create table public.t (id int, b text);
