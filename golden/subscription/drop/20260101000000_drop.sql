-- drop: +1 schema, -2 subscriptions
--   undo      schemac rollback; marked lines below cannot bring data back
--   compared  before.sql (1 file) with after.sql (1 file), PostgreSQL 17
set lock_timeout = '5s';

-- schema app
create schema if not exists app;

-- subscription plain
do $$ begin
  if exists (select from pg_subscription where subname = 'plain' and subdbid = (select oid from pg_database where datname = current_database())) then
    drop subscription plain;
  end if;
end $$;

-- subscription slotted
-- the slot slotted stays on the publisher: drop it there
do $$ begin
  if exists (select from pg_subscription where subname = 'slotted' and subdbid = (select oid from pg_database where datname = current_database())) then
    alter subscription slotted disable;
    alter subscription slotted set (slot_name = none);
    drop subscription slotted;
  end if;
end $$;

-- rollback: set lock_timeout = '5s';
-- rollback:
-- rollback: -- subscription plain
-- rollback: do $$ begin
-- rollback:   if not exists (select from pg_subscription where subname = 'plain' and subdbid = (select oid from pg_database where datname = current_database())) then
-- rollback:     create subscription plain
-- rollback:       connection 'host=localhost dbname=postgres password=x'
-- rollback:       publication one
-- rollback:       with (connect = false, slot_name = none);
-- rollback:   end if;
-- rollback: end $$;
-- rollback: comment on subscription plain is 'a copy';
-- rollback:
-- rollback: -- subscription slotted
-- rollback: -- it does not connect: make the slot slotted on the publisher, then alter subscription slotted enable, and refresh publication
-- rollback: do $$ begin
-- rollback:   if not exists (select from pg_subscription where subname = 'slotted' and subdbid = (select oid from pg_database where datname = current_database())) then
-- rollback:     create subscription slotted
-- rollback:       connection 'host=localhost dbname=postgres'
-- rollback:       publication one, two
-- rollback:       with (connect = false, slot_name = 'slotted', binary = true, synchronous_commit = local);
-- rollback:   end if;
-- rollback: end $$;
-- rollback:
-- rollback: -- schema app
-- rollback: drop schema if exists app;
-- rollback:
-- rollback: -- then: supabase migration repair --status reverted 20260101000000
