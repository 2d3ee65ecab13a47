-- pg-delta: transaction=false
-- indexes, file 6 of 7: -1 index
--   locks     public.people  share update exclusive, short
-- rollback: create index concurrently if not exists people_mail_idx on public.people (mail);
-- rollback: -- then: supabase migration repair --status reverted 20260101000005
drop index concurrently if exists public.people_mail_idx;
