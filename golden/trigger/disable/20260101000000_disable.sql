-- disable: ~1 trigger
--   locks     public.t  share row exclusive, short
--   undo      schemac rollback; marked lines below cannot bring data back
--   compared  before.sql (1 file) with after.sql (1 file), PostgreSQL 17
set lock_timeout = '5s';

-- trigger "t_touch" of public.t
alter table public.t disable trigger t_touch;

-- rollback: set lock_timeout = '5s';
-- rollback:
-- rollback: -- trigger "t_touch" of public.t
-- rollback: alter table public.t enable trigger t_touch;
-- rollback:
-- rollback: -- then: supabase migration repair --status reverted 20260101000000
