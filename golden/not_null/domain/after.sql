create domain public.a as int not null;
create domain public.b as int constraint b_said not null;
create domain public.c as int;
create domain public.d as text constraint d_said not null;
