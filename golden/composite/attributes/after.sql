create type public.pair as (a bigint, b text, d boolean);
