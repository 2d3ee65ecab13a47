-- alter: ~1 language
--   undo      schemac rollback; marked lines below cannot bring data back
--   compared  before.sql (1 file) with after.sql (1 file), PostgreSQL 17
set lock_timeout = '5s';

-- language plmine
create or replace trusted language plmine handler public.pl_call validator public.pl_check;

-- rollback: set lock_timeout = '5s';
-- rollback:
-- rollback: -- language plmine
-- rollback: create or replace language plmine handler public.pl_call;
-- rollback:
-- rollback: -- then: supabase migration repair --status reverted 20260101000000
