-- options: ~1 view
--   undo      schemac rollback; marked lines below cannot bring data back
--   compared  before.sql (1 file) with after.sql (1 file), PostgreSQL 17
set lock_timeout = '5s';

-- view public.v
alter view public.v set (security_invoker = true);

-- rollback: set lock_timeout = '5s';
-- rollback:
-- rollback: -- view public.v
-- rollback: alter view public.v reset (security_invoker);
-- rollback:
-- rollback: -- then: supabase migration repair --status reverted 20260101000000
