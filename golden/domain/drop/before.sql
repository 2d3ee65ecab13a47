create domain public.positive as integer check (value > 0);
