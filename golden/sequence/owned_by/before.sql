create sequence public.s;
create table public.t (id int primary key);
