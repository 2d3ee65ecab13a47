create function public.f(a int default 2, b text default 'x') returns int language sql as 'select a';
