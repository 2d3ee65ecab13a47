-- roles: ~1 policy
--   hazards   weakens-security  policy "mine" of public.t lets more through
--   locks     public.t  access exclusive, short
--   undo      schemac rollback; marked lines below cannot bring data back
--   compared  before.sql (1 file) with after.sql (1 file), PostgreSQL 17
set lock_timeout = '5s';

-- policy "mine" of public.t
alter policy mine on public.t to reader, writer;

-- rollback: set lock_timeout = '5s';
-- rollback:
-- rollback: -- policy "mine" of public.t
-- rollback: alter policy mine on public.t to reader;
-- rollback:
-- rollback: -- then: supabase migration repair --status reverted 20260101000000
