-- command: ~1 policy
--   hazards   weakens-security  policy "mine" of public.t lets more through
--   locks     public.t  access exclusive, short
--   undo      schemac rollback; marked lines below cannot bring data back
--   compared  before.sql (1 file) with after.sql (1 file), PostgreSQL 17
set lock_timeout = '5s';

-- policy "mine" of public.t
drop policy if exists mine on public.t;
drop policy if exists mine on public.t;
create policy mine on public.t for delete using (open);

-- rollback: set lock_timeout = '5s';
-- rollback:
-- rollback: -- policy "mine" of public.t
-- rollback: drop policy if exists mine on public.t;
-- rollback: drop policy if exists mine on public.t;
-- rollback: create policy mine on public.t for select using (open);
-- rollback:
-- rollback: -- then: supabase migration repair --status reverted 20260101000000
