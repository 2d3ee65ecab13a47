create aggregate public.total(integer) (sfunc = int4_sum, stype = bigint, initcond = '0');
comment on aggregate public.total(integer) is 'a sum';
revoke execute on function public.total(integer) from public;
create table public.lines (amount integer);
create view public.sums as select public.total(amount)::text as total from public.lines;
