create table public.a (id int primary key);
create table public.b (a_id int, constraint b_a foreign key (a_id) references public.a);
