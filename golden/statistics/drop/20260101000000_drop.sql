-- drop: -3 statistics objects
--   locks     app.t  share update exclusive, short
--   undo      schemac rollback; marked lines below cannot bring data back
--   compared  before.sql (1 file) with after.sql (1 file), PostgreSQL 17
set lock_timeout = '5s';

-- statistics object app.ab
drop statistics if exists app.ab;

-- statistics object app.sums
drop statistics if exists app.sums;

-- statistics object public."One"
drop statistics if exists public."One";

-- rollback: set lock_timeout = '5s';
-- rollback:
-- rollback: -- statistics object app.ab
-- rollback: create statistics if not exists app.ab (ndistinct, dependencies) on a, b from app.t;
-- rollback: alter statistics app.ab set statistics 500;
-- rollback: comment on statistics app.ab is 'they go together';
-- rollback:
-- rollback: -- statistics object app.sums
-- rollback: create statistics if not exists app.sums on a, (a + b), (lower(c)) from app.t;
-- rollback:
-- rollback: -- statistics object public."One"
-- rollback: create statistics if not exists public."One" on (a * b) from app.t;
-- rollback:
-- rollback: -- then: supabase migration repair --status reverted 20260101000000
