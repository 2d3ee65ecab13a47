create function public.step(state text, value text) returns text language sql immutable return state || value;
create aggregate public.concatenated(text) (sfunc = public.step, stype = text, initcond = '');
create aggregate public.counted(*) (sfunc = int8inc, stype = bigint, initcond = '0');
