create type public.pair as (a int, b text collate "C");
comment on type public.pair is 'Two things';
comment on column public.pair.b is 'The second';
