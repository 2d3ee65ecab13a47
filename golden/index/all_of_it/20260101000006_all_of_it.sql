-- pg-delta: transaction=false
-- all_of_it, file 7 of 8: +1 index
--   hazards   scan  table public.t is read through while index public.t_include_idx is made
--   locks     public.t  share update exclusive, while it is read through
-- rollback: drop index concurrently if exists public.t_include_idx;
-- rollback: -- then: supabase migration repair --status reverted 20260101000006
create index concurrently if not exists t_include_idx on public.t (a) include (b, c) with (fillfactor = 80);
