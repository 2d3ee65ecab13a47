-- all_of_it: +6 indexes
--   hazards   locks-writes  table public.t is read through, not written by others, while index public.t_hash_idx is made
--             locks-writes  table public.t is read through, not written by others, while index public.t_gin_idx is made
--             locks-writes  table public.t is read through, not written by others, while index public.t_include_idx is made
--             locks-writes  table public.t is read through, not written by others, while index public.t_collate_idx is made
--             locks-writes  table public.t is read through, not written by others, while index public.t_expression_idx is made
--             locks-writes  table public.t is read through, not written by others, while index public.t_brin_idx is made
--   locks     public.t  share, while it is read through
--   undo      schemac rollback; marked lines below cannot bring data back
--   compared  before.sql (1 file) with after.sql (1 file), PostgreSQL 17
set lock_timeout = '5s';

-- indexes of public.t
create index if not exists t_brin_idx on public.t using brin (c) with (pages_per_range = 32);
create index if not exists t_collate_idx on public.t (b collate "C" text_pattern_ops);
create index if not exists t_expression_idx on public.t (((d ->> 'k')::int), (a + 1) desc);
create index if not exists t_gin_idx on public.t using gin (d jsonb_path_ops) with (fastupdate = off);
create index if not exists t_hash_idx on public.t using hash (b);
create index if not exists t_include_idx on public.t (a) include (b, c) with (fillfactor = 80);

-- comments on index public.t_hash_idx
comment on index public.t_hash_idx is 'for equality';

-- rollback: set lock_timeout = '5s';
-- rollback:
-- rollback: -- indexes of public.t
-- rollback: drop index if exists public.t_brin_idx;
-- rollback: drop index if exists public.t_collate_idx;
-- rollback: drop index if exists public.t_expression_idx;
-- rollback: drop index if exists public.t_gin_idx;
-- rollback: drop index if exists public.t_hash_idx;
-- rollback: drop index if exists public.t_include_idx;
-- rollback:
-- rollback: -- then: supabase migration repair --status reverted 20260101000000
