create table public.a (x int, y int, primary key (x, y));
create table public.b (x int, y int, constraint b_a foreign key (x, y) references public.a on delete set null (y));
