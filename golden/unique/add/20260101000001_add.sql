-- pg-delta: transaction=false
-- add, file 2 of 4: +1 index
--   hazards   may-fail  index public.one_per_org may be violated by existing rows
--             scan      table public.t is read through while index public.one_per_org is made
--   locks     public.t  share update exclusive, while it is read through
-- rollback: drop index concurrently if exists public.one_per_org;
-- rollback: -- then: supabase migration repair --status reverted 20260101000001
create unique index concurrently if not exists one_per_org on public.t (org, mail);
