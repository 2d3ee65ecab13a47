-- alter: ~1 subscription
--   undo      schemac rollback; marked lines below cannot bring data back
--   compared  before.sql (1 file) with after.sql (1 file), PostgreSQL 17
set lock_timeout = '5s';

-- subscription sub
alter subscription sub connection 'host=two dbname=postgres';
alter subscription sub set publication one, two with (refresh = false);
alter subscription sub set (slot_name = 'sub_slot');
alter subscription sub set (streaming = on, binary = false);

-- rollback: set lock_timeout = '5s';
-- rollback:
-- rollback: -- subscription sub
-- rollback: alter subscription sub connection 'host=one dbname=postgres';
-- rollback: alter subscription sub set publication one with (refresh = false);
-- rollback: alter subscription sub set (slot_name = none);
-- rollback: alter subscription sub set (binary = true, streaming = off);
-- rollback:
-- rollback: -- then: supabase migration repair --status reverted 20260101000000
