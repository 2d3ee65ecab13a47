-- on_view: ~2 views
--   undo      schemac rollback; marked lines below cannot bring data back
--   compared  before.sql (1 file) with after.sql (1 file), PostgreSQL 17
set lock_timeout = '5s';

-- view public.v2
drop view if exists public.v2;

-- view public.v1
drop view if exists public.v1;
create or replace view public.v1 as
  select id, b from public.t;

-- view public.v2
create or replace view public.v2 as
  select id from public.v1 where b is not null;

-- rollback: set lock_timeout = '5s';
-- rollback:
-- rollback: -- view public.v2
-- rollback: drop view if exists public.v2;
-- rollback:
-- rollback: -- view public.v1
-- rollback: drop view if exists public.v1;
-- rollback: create or replace view public.v1 as
-- rollback:   select id, a from public.t;
-- rollback:
-- rollback: -- view public.v2
-- rollback: create or replace view public.v2 as
-- rollback:   select id from public.v1;
-- rollback:
-- rollback: -- then: supabase migration repair --status reverted 20260101000000
