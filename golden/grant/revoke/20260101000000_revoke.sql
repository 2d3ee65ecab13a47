-- revoke: ~1 table
--   undo      schemac rollback; marked lines below cannot bring data back
--   compared  before.sql (1 file) with after.sql (1 file), PostgreSQL 17
set lock_timeout = '5s';

-- privileges on public.t
revoke update on public.t from reader;
revoke all on public.t from writer;

-- rollback: set lock_timeout = '5s';
-- rollback:
-- rollback: -- privileges on public.t
-- rollback: grant update on public.t to reader;
-- rollback: grant all on public.t to writer;
-- rollback:
-- rollback: -- then: supabase migration repair --status reverted 20260101000000
