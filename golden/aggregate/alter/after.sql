create aggregate public.total(integer) (sfunc = int4pl, stype = integer, initcond = '0', combinefunc = int4pl, parallel = safe);
create table public.lines (amount integer);
create view public.sums as select public.total(amount) as total from public.lines;
