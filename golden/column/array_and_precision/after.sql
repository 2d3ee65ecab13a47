create table public.t (a bigint[], ts timestamptz(3), i interval(0), b varbit(3));
