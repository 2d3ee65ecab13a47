create table public.t (a int, constraint old_name check (a > 0));
