-- pg-delta: transaction=false
-- made_up_names, file 3 of 5: +1 index
--   hazards   scan  table public.t is read through while index public.t_a_idx1 is made
--   locks     public.t  share update exclusive, while it is read through
-- rollback: drop index concurrently if exists public.t_a_idx1;
-- rollback: -- then: supabase migration repair --status reverted 20260101000002
create index concurrently if not exists t_a_idx1 on public.t (a);
