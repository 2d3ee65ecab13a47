-- validate: ~1 table
--   hazards   may-fail  constraint "a_positive" of public.t may be violated by existing rows
--             scan      table public.t is read through while constraint "a_positive" of public.t is altered
--   locks     public.t  share update exclusive, while it is read through
--   undo      schemac rollback; marked lines below cannot bring data back
--   compared  before.sql (1 file) with after.sql (1 file), PostgreSQL 17
set lock_timeout = '5s';

-- table public.t
alter table public.t validate constraint a_positive;

-- rollback: set lock_timeout = '5s';
-- rollback:
-- rollback: -- table public.t
-- rollback: alter table public.t
-- rollback:   drop constraint if exists a_positive,
-- rollback:   add constraint a_positive check (a > 0) not valid;
-- rollback:
-- rollback: -- then: supabase migration repair --status reverted 20260101000000
