-- pg-delta: transaction=false
-- indexes, file 7 of 7: -1 index
--   locks     public.pets  share update exclusive, short
-- rollback: create index concurrently if not exists pets_chip_idx on public.pets (chip);
-- rollback: -- then: supabase migration repair --status reverted 20260101000006
drop index concurrently if exists public.pets_chip_idx;
