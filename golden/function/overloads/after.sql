create function public.f(a int) returns int language sql as 'select 1';
create function public.f(a date) returns int language sql as 'select 3';
