create type public.pair as (a int, b text);
