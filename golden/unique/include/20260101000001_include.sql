-- pg-delta: transaction=false
-- include, file 2 of 3: +1 index
--   hazards   may-fail  index public.t_k may be violated by existing rows
--             scan      table public.t is read through while index public.t_k is made
--   locks     public.t  share update exclusive, while it is read through
-- rollback: drop index concurrently if exists public.t_k;
-- rollback: -- then: supabase migration repair --status reverted 20260101000001
create unique index concurrently if not exists t_k on public.t (k) include (v);
