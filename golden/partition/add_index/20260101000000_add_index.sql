-- add_index: +1 index
--   hazards   locks-writes  table public.events is read through, not written by others, while index public.events_kind_idx is made
--   locks     public.events  share, while it is read through
--   undo      schemac rollback; marked lines below cannot bring data back
--   compared  before.sql (1 file) with after.sql (1 file), PostgreSQL 17
set lock_timeout = '5s';

-- index public.events_kind_idx
create index if not exists events_kind_idx on public.events (kind);

-- rollback: set lock_timeout = '5s';
-- rollback:
-- rollback: -- index public.events_kind_idx
-- rollback: drop index if exists public.events_kind_idx;
-- rollback:
-- rollback: -- then: supabase migration repair --status reverted 20260101000000
