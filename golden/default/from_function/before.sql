create function public.seed() returns int language sql as $$ select 1 $$;
create table public.t (a int default public.seed());
