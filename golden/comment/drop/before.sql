create table public.t (id int primary key, a int);
comment on table public.t is 'x';
comment on column public.t.a is 'y';
