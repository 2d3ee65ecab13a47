create table public.t (id int primary key, a int not null);
create domain public.d as int not null;
