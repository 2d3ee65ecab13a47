create aggregate public.smallest(integer) (sfunc = int4smaller, stype = integer);
create schema app;
create aggregate app.moved(integer) (sfunc = int4larger, stype = integer, initcond = '7');
