create sequence public.s;
create table public.t (id int primary key default nextval('public.s'));
alter sequence public.s owned by public.t.id;
