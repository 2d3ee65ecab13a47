create table public.people (id int);
