create function public.seed(step int) returns int language sql as $$ select step $$;
create table public.t (a int default public.seed(2));
