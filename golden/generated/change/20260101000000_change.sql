-- change: ~1 table
--   hazards   rewrite  table public.t is written anew, neither read nor written by others, while column public.t.total is altered
--   locks     public.t  access exclusive, for the length of a rewrite
--   undo      schemac rollback; marked lines below cannot bring data back
--   compared  before.sql (1 file) with after.sql (1 file), PostgreSQL 17
set lock_timeout = '5s';

-- table public.t
alter table public.t alter column total set expression as (a * b);

-- rollback: set lock_timeout = '5s';
-- rollback:
-- rollback: -- table public.t
-- rollback: alter table public.t alter column total set expression as (a + b);
-- rollback:
-- rollback: -- then: supabase migration repair --status reverted 20260101000000
