-- options: ~1 materialized view
--   locks     public.m  share update exclusive, short
--   undo      schemac rollback; marked lines below cannot bring data back
--   compared  before.sql (1 file) with after.sql (1 file), PostgreSQL 17
set lock_timeout = '5s';

-- materialized view public.m
alter materialized view public.m set (fillfactor = 70);

-- rollback: set lock_timeout = '5s';
-- rollback:
-- rollback: -- materialized view public.m
-- rollback: alter materialized view public.m reset (fillfactor);
-- rollback:
-- rollback: -- then: supabase migration repair --status reverted 20260101000000
