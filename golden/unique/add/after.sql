create table public.t (id int primary key, mail text unique, org int, constraint one_per_org unique (org, mail));
