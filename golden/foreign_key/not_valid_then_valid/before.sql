create table public.a (id int primary key);
create table public.b (a_id int);
alter table public.b add constraint b_a foreign key (a_id) references public.a not valid;
