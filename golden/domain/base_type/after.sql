create domain public.code as text;
create table public.t (c public.code);
