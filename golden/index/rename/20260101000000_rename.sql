-- rename: +1 index, -1 index
--   hazards   locks-writes  table public.t is read through, not written by others, while index public.new_name is made
--   locks     public.t  access exclusive, short, after share while it is read through
--   undo      schemac rollback; marked lines below cannot bring data back
--   compared  before.sql (1 file) with after.sql (1 file), PostgreSQL 17
set lock_timeout = '5s';

-- indexes of public.t
drop index if exists public.old_name;
create index if not exists new_name on public.t (a) where a > 0;

-- rollback: set lock_timeout = '5s';
-- rollback:
-- rollback: -- indexes of public.t
-- rollback: drop index if exists public.new_name;
-- rollback: create index if not exists old_name on public.t (a) where a > 0;
-- rollback:
-- rollback: -- then: supabase migration repair --status reverted 20260101000000
