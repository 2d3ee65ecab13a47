create table public.t (id int primary key, a int);
create view public.v1 as select a from public.t;
create view public.v2 as select a from public.v1;
create function public.f() returns setof public.v2 language sql as $$ select * from public.v2 $$;
