create table public.t (id int, state text check (state in ('a', 'b', 'c')));
