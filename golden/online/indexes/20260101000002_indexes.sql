-- pg-delta: transaction=false
-- indexes, file 3 of 7: +1 index
--   hazards   may-fail  index public."Pets' 100% chip" may be violated by existing rows
--             scan      table public.pets is read through while index public."Pets' 100% chip" is made
--   locks     public.pets  share update exclusive, while it is read through
-- rollback: drop index concurrently if exists public."Pets' 100% chip";
-- rollback: -- then: supabase migration repair --status reverted 20260101000002
create unique index concurrently if not exists "Pets' 100% chip" on public.pets (chip) where chip is not null;
