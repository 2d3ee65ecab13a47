create table public.t (id int not null, k int, primary key (id, k));
