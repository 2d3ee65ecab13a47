-- pg-delta: transaction=false
-- indexes, file 2 of 7: +1 index
--   hazards   scan  table public.people is read through while index public.people_name_idx is made
--   locks     public.people  share update exclusive, while it is read through
-- rollback: drop index concurrently if exists public.people_name_idx;
-- rollback: -- then: supabase migration repair --status reverted 20260101000001
create index concurrently if not exists people_name_idx on public.people (name);
