-- made_up_names: +3 indexes
--   hazards   locks-writes  table public.t is read through, not written by others, while index public.t_a_idx is made
--             locks-writes  table public.t is read through, not written by others, while index public.t_a_idx1 is made
--             locks-writes  table public.t is read through, not written by others, while index public.t_lower_a_idx is made
--   locks     public.t  share, while it is read through
--   undo      schemac rollback; marked lines below cannot bring data back
--   compared  before.sql (1 file) with after.sql (1 file), PostgreSQL 17
set lock_timeout = '5s';

-- indexes of public.t
create index if not exists t_a_idx on public.t (a);
create index if not exists t_a_idx1 on public.t (a);
create index if not exists t_lower_a_idx on public.t (lower(b::text), a);

-- rollback: set lock_timeout = '5s';
-- rollback:
-- rollback: -- indexes of public.t
-- rollback: drop index if exists public.t_a_idx;
-- rollback: drop index if exists public.t_a_idx1;
-- rollback: drop index if exists public.t_lower_a_idx;
-- rollback:
-- rollback: -- then: supabase migration repair --status reverted 20260101000000
