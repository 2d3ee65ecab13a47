-- pg-delta: transaction=false
-- rename, file 4 of 4: -1 index
--   locks     public.t  share update exclusive, short
-- rollback: create index concurrently if not exists old_name on public.t (a) where a > 0;
-- rollback: -- then: supabase migration repair --status reverted 20260101000003
drop index concurrently if exists public.old_name;
