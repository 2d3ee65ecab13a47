-- pg-delta: transaction=false
-- keys, file 2 of 7: +1 index
--   hazards   may-fail  index public.people_code_key may be violated by existing rows
--             scan      table public.people is read through while index public.people_code_key is made
--   locks     public.people  share update exclusive, while it is read through
-- rollback: drop index concurrently if exists public.people_code_key;
-- rollback: -- then: supabase migration repair --status reverted 20260101000001
create unique index concurrently if not exists people_code_key on public.people (code) include (mail) with (fillfactor = 90);
