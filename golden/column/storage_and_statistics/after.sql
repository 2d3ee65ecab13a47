create table public.t (id int primary key, doc text);
alter table public.t alter column doc set storage external, alter column doc set statistics 200, alter column id set (n_distinct = -1);
