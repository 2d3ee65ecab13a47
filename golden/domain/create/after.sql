create domain public.positive as integer not null default 1 check (value > 0);
create table public.t (n public.positive);
