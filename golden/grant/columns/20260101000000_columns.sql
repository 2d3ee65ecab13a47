-- columns: ~1 table
--   undo      schemac rollback; marked lines below cannot bring data back
--   compared  before.sql (1 file) with after.sql (1 file), PostgreSQL 17
set lock_timeout = '5s';

-- privileges on public.t
grant select (a), update (a) on public.t to writer;
revoke update (id) on public.t from writer;
grant select (id) on public.t to writer;

-- rollback: set lock_timeout = '5s';
-- rollback:
-- rollback: -- privileges on public.t
-- rollback: revoke select (a), update (a) on public.t from writer;
-- rollback: revoke select (id) on public.t from writer;
-- rollback: grant update (id) on public.t to writer;
-- rollback:
-- rollback: -- then: supabase migration repair --status reverted 20260101000000
