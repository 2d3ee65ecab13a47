create domain public.code as varchar(10);
create table public.t (c public.code);
