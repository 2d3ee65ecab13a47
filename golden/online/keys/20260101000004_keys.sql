-- pg-delta: transaction=false
-- keys, file 5 of 7: +1 index
--   hazards   may-fail  index public."One in a Room" may be violated by existing rows
--             scan      table public.pets is read through while index public."One in a Room" is made
--   locks     public.pets  share update exclusive, while it is read through
-- rollback: drop index concurrently if exists public."One in a Room";
-- rollback: -- then: supabase migration repair --status reverted 20260101000004
create unique index concurrently if not exists "One in a Room" on public.pets (name, "Room");
