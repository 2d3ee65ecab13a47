-- options: ~1 index
--   undo      schemac rollback; marked lines below cannot bring data back
--   compared  before.sql (1 file) with after.sql (1 file), PostgreSQL 17
set lock_timeout = '5s';

-- index public.t_a_idx
alter index public.t_a_idx set (fillfactor = 90);

-- rollback: set lock_timeout = '5s';
-- rollback:
-- rollback: -- index public.t_a_idx
-- rollback: alter index public.t_a_idx set (fillfactor = 70);
-- rollback:
-- rollback: -- then: supabase migration repair --status reverted 20260101000000
