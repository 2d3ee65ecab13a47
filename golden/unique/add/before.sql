create table public.t (id int primary key, mail text, org int);
