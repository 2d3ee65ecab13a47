-- pg-delta: transaction=false
-- rename, file 2 of 4: +1 index
--   hazards   scan  table public.t is read through while index public.new_name is made
--   locks     public.t  share update exclusive, while it is read through
-- rollback: drop index concurrently if exists public.new_name;
-- rollback: -- then: supabase migration repair --status reverted 20260101000001
create index concurrently if not exists new_name on public.t (a) where a > 0;
