-- change: ~1 table
--   locks     public.t  share update exclusive, short
--   undo      schemac rollback; marked lines below cannot bring data back
--   compared  before.sql (1 file) with after.sql (1 file), PostgreSQL 17
set lock_timeout = '5s';

-- comments on table public.t
comment on table public.t is 'y';

-- rollback: set lock_timeout = '5s';
-- rollback:
-- rollback: -- comments on table public.t
-- rollback: comment on table public.t is 'x';
-- rollback:
-- rollback: -- then: supabase migration repair --status reverted 20260101000000
