-- pg-delta: transaction=false
-- all_of_it, file 5 of 8: +1 index
--   hazards   scan  table public.t is read through while index public.t_gin_idx is made
--   locks     public.t  share update exclusive, while it is read through
-- rollback: drop index concurrently if exists public.t_gin_idx;
-- rollback: -- then: supabase migration repair --status reverted 20260101000004
create index concurrently if not exists t_gin_idx on public.t using gin (d jsonb_path_ops) with (fastupdate = off);
