-- change_columns: ~1 view
--   undo      schemac rollback; marked lines below cannot bring data back
--   compared  before.sql (1 file) with after.sql (1 file), PostgreSQL 17
set lock_timeout = '5s';

-- view public.v
drop view if exists public.v;
create or replace view public.v as
  select a, b from public.t;
grant select on public.v to reader;

-- rollback: set lock_timeout = '5s';
-- rollback:
-- rollback: -- view public.v
-- rollback: drop view if exists public.v;
-- rollback: create or replace view public.v as
-- rollback:   select id, a from public.t;
-- rollback: grant select on public.v to reader;
-- rollback:
-- rollback: -- then: supabase migration repair --status reverted 20260101000000
