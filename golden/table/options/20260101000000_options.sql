-- options: ~1 table
--   locks     public.t  share update exclusive, short
--   undo      schemac rollback; marked lines below cannot bring data back
--   compared  before.sql (1 file) with after.sql (1 file), PostgreSQL 17
set lock_timeout = '5s';

-- table public.t
alter table public.t set (fillfactor = 90);
alter table public.t reset (autovacuum_enabled);

-- rollback: set lock_timeout = '5s';
-- rollback:
-- rollback: -- table public.t
-- rollback: alter table public.t set (fillfactor = 70, autovacuum_enabled = false);
-- rollback:
-- rollback: -- then: supabase migration repair --status reverted 20260101000000
