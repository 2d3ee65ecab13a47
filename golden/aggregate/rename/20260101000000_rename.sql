-- rename: ~2 aggregates
--   undo      schemac rollback; marked lines below cannot bring data back
--   compared  before.sql (1 file) with after.sql (1 file), PostgreSQL 17
set lock_timeout = '5s';

-- aggregate app.moved(integer)
create or replace aggregate app.moved(integer) (
  sfunc = int4larger,
  stype = integer,
  initcond = '7'
);

-- comments on aggregate public.smallest(integer)
comment on aggregate public.smallest(integer) is null;

-- rollback: set lock_timeout = '5s';
-- rollback:
-- rollback: -- aggregate app.moved(integer)
-- rollback: create or replace aggregate app.moved(integer) (
-- rollback:   sfunc = int4larger,
-- rollback:   stype = integer
-- rollback: );
-- rollback:
-- rollback: -- comments on aggregate public.smallest(integer)
-- rollback: comment on aggregate public.smallest(integer) is 'an aggregate is a function';
-- rollback:
-- rollback: -- then: supabase migration repair --status reverted 20260101000000
