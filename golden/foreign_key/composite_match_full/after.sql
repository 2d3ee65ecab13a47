create table public.a (x int, y int, primary key (x, y));
create table public.b (x int, y int, foreign key (x, y) references public.a match full on delete restrict);
