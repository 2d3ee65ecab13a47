-- pg-delta: transaction=false
-- made_up_names, file 2 of 5: +1 index
--   hazards   scan  table public.t is read through while index public.t_a_idx is made
--   locks     public.t  share update exclusive, while it is read through
-- rollback: drop index concurrently if exists public.t_a_idx;
-- rollback: -- then: supabase migration repair --status reverted 20260101000001
create index concurrently if not exists t_a_idx on public.t (a);
