create table public.t (id int default 5, b text default 'x');
