-- change: ~1 index
--   hazards   locks-writes  table public.t is read through, not written by others, while index public.t_a_idx is made
--   locks     public.t  access exclusive, short, after share while it is read through
--   undo      schemac rollback; marked lines below cannot bring data back
--   compared  before.sql (1 file) with after.sql (1 file), PostgreSQL 17
set lock_timeout = '5s';

-- index public.t_a_idx
drop index if exists public.t_a_idx;
create index if not exists t_a_idx on public.t (a, b);

-- rollback: set lock_timeout = '5s';
-- rollback:
-- rollback: -- index public.t_a_idx
-- rollback: drop index if exists public.t_a_idx;
-- rollback: create index if not exists t_a_idx on public.t (a);
-- rollback:
-- rollback: -- then: supabase migration repair --status reverted 20260101000000
