create table public.base (id int, note text);
