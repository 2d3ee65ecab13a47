-- drop: -1 index
--   locks     public.t  access exclusive, short
--   undo      schemac rollback; marked lines below cannot bring data back
--   compared  before.sql (1 file) with after.sql (1 file), PostgreSQL 17
set lock_timeout = '5s';

-- index public.t_a_idx
drop index if exists public.t_a_idx;

-- rollback: set lock_timeout = '5s';
-- rollback:
-- rollback: -- index public.t_a_idx
-- rollback: create index if not exists t_a_idx on public.t (a);
-- rollback:
-- rollback: -- then: supabase migration repair --status reverted 20260101000000
