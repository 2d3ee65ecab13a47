create table public.t (id int primary key, n text default '0');
