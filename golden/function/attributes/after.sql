create function public.f() returns int language sql stable leakproof security definer parallel restricted cost 7 set work_mem = '1MB' as 'select 1';
