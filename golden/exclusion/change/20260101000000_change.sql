-- change: ~1 table
--   hazards   may-fail     constraint "no_overlap" of public.b may be violated by existing rows
--             locks-reads  table public.b is read through, neither read nor written by others, while constraint "no_overlap" of public.b is made
--   locks     public.b  access exclusive, while it is read through
--   undo      schemac rollback; marked lines below cannot bring data back
--   compared  before.sql (1 file) with after.sql (1 file), PostgreSQL 17
set lock_timeout = '5s';

-- table public.b
alter table public.b
  drop constraint if exists no_overlap,
  add constraint no_overlap exclude using gist (during with &&) deferrable;

-- rollback: set lock_timeout = '5s';
-- rollback:
-- rollback: -- table public.b
-- rollback: alter table public.b
-- rollback:   drop constraint if exists no_overlap,
-- rollback:   add constraint no_overlap exclude using gist (during with &&);
-- rollback:
-- rollback: -- then: supabase migration repair --status reverted 20260101000000
