create function public.f(a int default 1) returns int language sql as 'select a';
