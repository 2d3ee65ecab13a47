create table public.t (a int, constraint new_name check (a > 0));
