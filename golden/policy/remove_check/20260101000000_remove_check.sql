-- remove_check: ~1 policy
--   hazards   policy-changed  policy "mine" of public.t is made anew
--   locks     public.t  access exclusive, short
--   undo      schemac rollback; marked lines below cannot bring data back
--   compared  before.sql (1 file) with after.sql (1 file), PostgreSQL 17
set lock_timeout = '5s';

-- policy "mine" of public.t
drop policy if exists mine on public.t;
drop policy if exists mine on public.t;
create policy mine on public.t using (open);

-- rollback: set lock_timeout = '5s';
-- rollback:
-- rollback: -- policy "mine" of public.t
-- rollback: alter policy mine on public.t with check (open);
-- rollback:
-- rollback: -- then: supabase migration repair --status reverted 20260101000000
