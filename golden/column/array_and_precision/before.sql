create table public.t (a int[], ts timestamptz, i interval, b bit(3));
