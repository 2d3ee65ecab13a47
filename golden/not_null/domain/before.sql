create domain public.a as int constraint old_name not null;
create domain public.b as int;
create domain public.c as int constraint c_said not null;
