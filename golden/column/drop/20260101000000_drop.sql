-- drop: ~1 table
--   hazards   data-loss  column public.t.old is dropped
--             data-loss  column public.t.older is dropped
--   locks     public.t  access exclusive, short
--   undo      schemac rollback; marked lines below cannot bring data back
--   compared  before.sql (1 file) with after.sql (1 file), PostgreSQL 17
set lock_timeout = '5s';

-- table public.t
alter table public.t
  drop column if exists old,
  drop column if exists older;

-- rollback: set lock_timeout = '5s';
-- rollback:
-- rollback: -- table public.t
-- rollback: -- LOST: the values that public.t.old had do not come back
-- rollback: alter table public.t add column if not exists old text;
-- rollback: -- LOST: the values that public.t.older had do not come back
-- rollback: alter table public.t add column if not exists older integer default 3;
-- rollback:
-- rollback: -- then: supabase migration repair --status reverted 20260101000000
