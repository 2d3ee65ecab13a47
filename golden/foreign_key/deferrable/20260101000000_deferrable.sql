-- deferrable: ~1 table
--   locks     public.b  access exclusive, short
--   undo      schemac rollback; marked lines below cannot bring data back
--   compared  before.sql (1 file) with after.sql (1 file), PostgreSQL 17
set lock_timeout = '5s';

-- table public.b
alter table public.b alter constraint b_a_id_fkey deferrable initially deferred;

-- rollback: set lock_timeout = '5s';
-- rollback:
-- rollback: -- table public.b
-- rollback: alter table public.b alter constraint b_a_id_fkey not deferrable;
-- rollback:
-- rollback: -- then: supabase migration repair --status reverted 20260101000000
