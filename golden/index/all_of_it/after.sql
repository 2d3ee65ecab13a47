create table public.t (id int primary key, a int, b text, c timestamptz, d jsonb);
create index t_hash_idx on public.t using hash (b);
create index t_gin_idx on public.t using gin (d jsonb_path_ops) with (fastupdate = off);
create index t_include_idx on public.t (a) include (b, c) with (fillfactor = 80);
create index t_collate_idx on public.t (b collate "C" text_pattern_ops);
create index t_expression_idx on public.t (((d ->> 'k')::int), (a + 1) desc);
create index t_brin_idx on public.t using brin (c) with (pages_per_range = 32);
comment on index public.t_hash_idx is 'for equality';
