-- drop: -1 view
--   hazards   breaks-clients  view public.v is dropped
--   undo      schemac rollback; marked lines below cannot bring data back
--   compared  before.sql (1 file) with after.sql (1 file), PostgreSQL 17
set lock_timeout = '5s';

-- view public.v
drop view if exists public.v;

-- rollback: set lock_timeout = '5s';
-- rollback:
-- rollback: -- view public.v
-- rollback: create or replace view public.v as
-- rollback:   select id from public.t;
-- rollback:
-- rollback: -- then: supabase migration repair --status reverted 20260101000000
