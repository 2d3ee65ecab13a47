-- clustered_by_command: ~1 table
--   locks     public.shelf  share update exclusive, short
--   undo      schemac rollback; marked lines below cannot bring data back
--   compared  before.sql (1 file) with after.sql (1 file), PostgreSQL 17
set lock_timeout = '5s';

-- table public.shelf
alter table public.shelf cluster on shelf_place;

-- rollback: set lock_timeout = '5s';
-- rollback:
-- rollback: -- table public.shelf
-- rollback: alter table public.shelf set without cluster;
-- rollback:
-- rollback: -- then: supabase migration repair --status reverted 20260101000000
