-- create: +3 policies
--   hazards   policy-changed  policy "mine" of public.t is new
--             policy-changed  policy "open ones" of public.t is new
--             policy-changed  policy "add" of public.t is new
--   locks     public.t  access exclusive, short
--   undo      schemac rollback; marked lines below cannot bring data back
--   compared  before.sql (1 file) with after.sql (1 file), PostgreSQL 17
set lock_timeout = '5s';

-- policies of public.t
drop policy if exists add on public.t;
create policy add on public.t for insert to writer with check (true);
drop policy if exists mine on public.t;
create policy mine on public.t using (owner = current_user) with check (owner = current_user and not open);
drop policy if exists "open ones" on public.t;
create policy "open ones" on public.t as restrictive for select to reader, writer using (open);

-- comments on policy "mine" of public.t
comment on policy mine on public.t is 'Own rows';

-- rollback: set lock_timeout = '5s';
-- rollback:
-- rollback: -- policies of public.t
-- rollback: drop policy if exists add on public.t;
-- rollback: drop policy if exists mine on public.t;
-- rollback: drop policy if exists "open ones" on public.t;
-- rollback:
-- rollback: -- then: supabase migration repair --status reverted 20260101000000
