-- alter: ~1 aggregate
--   undo      schemac rollback; marked lines below cannot bring data back
--   compared  before.sql (1 file) with after.sql (1 file), PostgreSQL 17
set lock_timeout = '5s';

-- aggregate public.total(integer)
create or replace aggregate public.total(integer) (
  sfunc = int4pl,
  stype = integer,
  initcond = '0',
  combinefunc = int4pl,
  parallel = safe
);

-- rollback: set lock_timeout = '5s';
-- rollback:
-- rollback: -- aggregate public.total(integer)
-- rollback: create or replace aggregate public.total(integer) (
-- rollback:   sfunc = int4pl,
-- rollback:   stype = integer
-- rollback: );
-- rollback:
-- rollback: -- then: supabase migration repair --status reverted 20260101000000
