-- drop: -1 policy
--   hazards   policy-changed  policy "mine" of public.t is dropped
--   locks     public.t  access exclusive, short
--   undo      schemac rollback; marked lines below cannot bring data back
--   compared  before.sql (1 file) with after.sql (1 file), PostgreSQL 17
set lock_timeout = '5s';

-- policy "mine" of public.t
drop policy if exists mine on public.t;

-- rollback: set lock_timeout = '5s';
-- rollback:
-- rollback: -- policy "mine" of public.t
-- rollback: drop policy if exists mine on public.t;
-- rollback: create policy mine on public.t using (owner = current_user);
-- rollback:
-- rollback: -- then: supabase migration repair --status reverted 20260101000000
