-- allow: ~1 table, ~1 policy
--   hazards   data-loss         column public.t.title is dropped
--             weakens-security  policy "p" of public.t lets more through
--   locks     public.t  access exclusive, short
--   undo      schemac rollback; marked lines below cannot bring data back
--   compared  before.sql (1 file) with after.sql (1 file), PostgreSQL 17
set lock_timeout = '5s';

-- table public.t
alter table public.t drop column if exists title;

-- policy "p" of public.t
alter policy p on public.t using (true);

-- rollback: set lock_timeout = '5s';
-- rollback:
-- rollback: -- table public.t
-- rollback: -- LOST: the values that public.t.title had do not come back
-- rollback: alter table public.t add column if not exists title text;
-- rollback:
-- rollback: -- policy "p" of public.t
-- rollback: alter policy p on public.t using (id > 0);
-- rollback:
-- rollback: -- then: supabase migration repair --status reverted 20260101000000
