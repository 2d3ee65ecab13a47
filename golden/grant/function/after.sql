create function public.f(int) returns int language sql as 'select 1';
revoke execute on function public.f(int) from public;
grant execute on function public.f(int) to reader;
