create aggregate public.total(integer) (sfunc = int4pl, stype = integer);
create table public.lines (amount integer);
create view public.sums as select public.total(amount) as total from public.lines;
