-- pg-delta: transaction=false
-- drop_not_null_above_own_key, file 2 of 3: +1 index
--   hazards   may-fail  index public.events_eu_pkey may be violated by existing rows
--             scan      table public.events_eu is read through while index public.events_eu_pkey is made
--   locks     public.events_eu  share update exclusive, while it is read through
-- rollback: drop index concurrently if exists public.events_eu_pkey;
-- rollback: -- then: supabase migration repair --status reverted 20260101000001
create unique index concurrently if not exists events_eu_pkey on public.events_eu (region, id);
