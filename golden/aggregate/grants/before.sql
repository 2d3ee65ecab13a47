create aggregate public.total(integer) (sfunc = int4pl, stype = integer);
grant execute on function public.total(integer) to app_reader;
