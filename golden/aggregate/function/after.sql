create function public.step(state integer, amount integer) returns integer language sql immutable return state + amount;
create aggregate public.total(integer) (sfunc = public.step, stype = integer, initcond = '0');
