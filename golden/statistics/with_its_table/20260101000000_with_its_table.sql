-- with_its_table: ~1 table, -1 table, -2 statistics objects
--   hazards   data-loss  table app.t is dropped
--             data-loss  column app.u.b is dropped
--   locks     app.t  access exclusive, short
--             app.u  access exclusive, short
--   undo      schemac rollback; marked lines below cannot bring data back
--   compared  before.sql (1 file) with after.sql (1 file), PostgreSQL 17
set lock_timeout = '5s';

-- statistics object app.ab
drop statistics if exists app.ab;

-- statistics object app.u_ab
drop statistics if exists app.u_ab;

-- table app.t
drop table if exists app.t;

-- table app.u
alter table app.u drop column if exists b;

-- rollback: set lock_timeout = '5s';
-- rollback:
-- rollback: -- table app.t
-- rollback: -- LOST: the rows that app.t had do not come back
-- rollback: create table if not exists app.t (
-- rollback:   a integer,
-- rollback:   b integer,
-- rollback:   c text
-- rollback: );
-- rollback:
-- rollback: -- table app.u
-- rollback: -- LOST: the values that app.u.b had do not come back
-- rollback: alter table app.u add column if not exists b integer;
-- rollback:
-- rollback: -- statistics object app.ab
-- rollback: create statistics if not exists app.ab on a, b from app.t;
-- rollback:
-- rollback: -- statistics object app.u_ab
-- rollback: create statistics if not exists app.u_ab on a, b from app.u;
-- rollback:
-- rollback: -- then: supabase migration repair --status reverted 20260101000000
