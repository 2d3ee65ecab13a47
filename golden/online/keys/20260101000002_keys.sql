-- pg-delta: transaction=false
-- keys, file 3 of 7: +1 index
--   hazards   may-fail  index public.people_mail may be violated by existing rows
--             scan      table public.people is read through while index public.people_mail is made
--   locks     public.people  share update exclusive, while it is read through
-- rollback: drop index concurrently if exists public.people_mail;
-- rollback: -- then: supabase migration repair --status reverted 20260101000002
create unique index concurrently if not exists people_mail on public.people (mail);
