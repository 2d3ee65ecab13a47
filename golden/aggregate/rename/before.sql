create aggregate public.first(integer) (sfunc = int4smaller, stype = integer);
create aggregate public.moved(integer) (sfunc = int4larger, stype = integer);
alter aggregate public.first(integer) rename to smallest;
create schema app;
alter aggregate public.moved(integer) set schema app;
comment on function public.smallest(integer) is 'an aggregate is a function';
