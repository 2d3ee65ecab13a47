-- pg-delta: transaction=false
-- indexes, file 4 of 7: +1 index
--   hazards   scan  materialized view public.names is read through while index public.names_name_idx is made
--   locks     public.names  share update exclusive, while it is read through
-- rollback: drop index concurrently if exists public.names_name_idx;
-- rollback: -- then: supabase migration repair --status reverted 20260101000003
create index concurrently if not exists names_name_idx on public.names (name);
