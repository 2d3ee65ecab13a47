-- grant_option_only: ~1 table
--   undo      schemac rollback; marked lines below cannot bring data back
--   compared  before.sql (1 file) with after.sql (1 file), PostgreSQL 17
set lock_timeout = '5s';

-- privileges on public.t
revoke grant option for select on public.t from reader;

-- rollback: set lock_timeout = '5s';
-- rollback:
-- rollback: -- privileges on public.t
-- rollback: grant select on public.t to reader with grant option;
-- rollback:
-- rollback: -- then: supabase migration repair --status reverted 20260101000000
