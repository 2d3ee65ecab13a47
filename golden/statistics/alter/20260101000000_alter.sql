-- alter: ~1 table, ~2 statistics objects, -1 statistics object
--   hazards   breaks-clients  column app.t.a changes from integer to bigint
--             rewrite         table app.t is written anew, neither read nor written by others, while column app.t.a is altered
--   locks     app.t  access exclusive, for the length of a rewrite
--   undo      schemac rollback; marked lines below cannot bring data back
--   compared  before.sql (1 file) with after.sql (1 file), PostgreSQL 17
set lock_timeout = '5s';

-- statistics object app.ab
drop statistics if exists app.ab;

-- statistics object app.gone
drop statistics if exists app.gone;

-- table app.t
do $$ begin
  if exists (select from pg_attribute where attrelid = 'app.t'::regclass and attname = 'a' and atttypid <> 'bigint'::regtype) then
    alter table app.t alter column a type bigint;
  end if;
end $$;

-- statistics object app.ab
create statistics if not exists app.ab (mcv) on a, b from app.t;

-- statistics object app.ac
alter statistics app.ac set statistics 20;

-- rollback: set lock_timeout = '5s';
-- rollback:
-- rollback: -- statistics object app.ab
-- rollback: drop statistics if exists app.ab;
-- rollback:
-- rollback: -- table app.t
-- rollback: do $$ begin
-- rollback:   if exists (select from pg_attribute where attrelid = 'app.t'::regclass and attname = 'a' and atttypid <> 'integer'::regtype) then
-- rollback:     alter table app.t alter column a type integer;
-- rollback:   end if;
-- rollback: end $$;
-- rollback:
-- rollback: -- statistics object app.ab
-- rollback: create statistics if not exists app.ab on a, b from app.t;
-- rollback:
-- rollback: -- statistics object app.ac
-- rollback: alter statistics app.ac set statistics 10;
-- rollback:
-- rollback: -- statistics object app.gone
-- rollback: create statistics if not exists app.gone on b, c from app.t;
-- rollback:
-- rollback: -- then: supabase migration repair --status reverted 20260101000000
