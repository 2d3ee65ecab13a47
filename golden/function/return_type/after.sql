create function public.f() returns text language sql as $$ select 'x' $$;
create view public.v as select public.f() as n;
