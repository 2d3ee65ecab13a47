alter default privileges revoke execute on functions from public;
create aggregate public.total(integer) (sfunc = int4pl, stype = integer);
grant execute on function public.total(integer) to app_writer with grant option;
alter aggregate public.total(integer) owner to app_owner;
create aggregate public.largest(integer) (sfunc = int4larger, stype = integer);
grant execute on all functions in schema public to app_writer;
