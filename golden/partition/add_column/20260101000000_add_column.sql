-- add_column: ~1 table
--   locks     public.events  access exclusive, short
--   undo      schemac rollback; marked lines below cannot bring data back
--   compared  before.sql (1 file) with after.sql (1 file), PostgreSQL 17
set lock_timeout = '5s';

-- table public.events
alter table public.events add column if not exists note text not null default '';

-- rollback: set lock_timeout = '5s';
-- rollback:
-- rollback: -- table public.events
-- rollback: -- LOST: the values of public.events.note
-- rollback: alter table public.events drop column if exists note;
-- rollback:
-- rollback: -- then: supabase migration repair --status reverted 20260101000000
