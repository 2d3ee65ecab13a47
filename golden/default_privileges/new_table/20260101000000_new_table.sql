-- new_table: +2 tables
--   undo      schemac rollback; marked lines below cannot bring data back
--   compared  before.sql (1 file) with after.sql (1 file), PostgreSQL 17
set lock_timeout = '5s';

-- table app.closed
create table if not exists app.closed (
  id integer primary key
);
revoke select on app.closed from reader;

-- table app.t
create table if not exists app.t (
  id integer primary key
);

-- rollback: set lock_timeout = '5s';
-- rollback:
-- rollback: -- table app.closed
-- rollback: -- LOST: the rows of app.closed
-- rollback: drop table if exists app.closed;
-- rollback:
-- rollback: -- table app.t
-- rollback: -- LOST: the rows of app.t
-- rollback: drop table if exists app.t;
-- rollback:
-- rollback: -- then: supabase migration repair --status reverted 20260101000000
