create table public.a (x int, y int, primary key (x, y));
create table public.b (x int, y int);
