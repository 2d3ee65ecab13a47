create table public.t (id int primary key);
create tabel public.u (id int);
create table public.v (id int,);
