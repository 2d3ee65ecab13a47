create table public.t (id int primary key, a int);
alter table public.t owner to other_owner;
