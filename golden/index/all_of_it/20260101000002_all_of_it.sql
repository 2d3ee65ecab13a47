-- pg-delta: transaction=false
-- all_of_it, file 3 of 8: +1 index
--   hazards   scan  table public.t is read through while index public.t_collate_idx is made
--   locks     public.t  share update exclusive, while it is read through
-- rollback: drop index concurrently if exists public.t_collate_idx;
-- rollback: -- then: supabase migration repair --status reverted 20260101000002
create index concurrently if not exists t_collate_idx on public.t (b collate "C" text_pattern_ops);
