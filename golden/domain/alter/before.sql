create domain public.code as text default 'x' constraint short check (length(value) < 10);
