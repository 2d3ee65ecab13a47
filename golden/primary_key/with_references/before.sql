create table public.a (id int primary key, u uuid not null);
create table public.b (id int primary key, a_id int references public.a);
