create function public.f() returns int language sql as 'select 1';
create view public.v as select public.f() as n;
