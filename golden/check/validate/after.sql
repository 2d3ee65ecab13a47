create table public.t (a int, constraint a_positive check (a > 0));
