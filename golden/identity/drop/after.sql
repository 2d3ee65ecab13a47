create table public.t (id int not null, note text);
