-- pg-delta: transaction=false
-- create, file 3 of 4: +1 index
--   hazards   may-fail  index public.t_ab_idx may be violated by existing rows
--             scan      table public.t is read through while index public.t_ab_idx is made
--   locks     public.t  share update exclusive, while it is read through
-- rollback: drop index concurrently if exists public.t_ab_idx;
-- rollback: -- then: supabase migration repair --status reverted 20260101000002
create unique index concurrently if not exists t_ab_idx on public.t (a, lower(b) desc nulls last) where c is not null;
