create table public.t (id int, a int check (a > 0), constraint sane check (a < id));
