create table public.t (id bigint primary key, n bigint, s varchar(50), d numeric(8,2));
