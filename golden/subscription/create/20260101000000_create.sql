-- create: +2 subscriptions
--   undo      schemac rollback; marked lines below cannot bring data back
--   compared  nothing with after.sql (1 file), PostgreSQL 17
set lock_timeout = '5s';

-- subscription plain
do $$ begin
  if not exists (select from pg_subscription where subname = 'plain' and subdbid = (select oid from pg_database where datname = current_database())) then
    create subscription plain
      connection 'host=localhost dbname=postgres password=x'
      publication one
      with (connect = false, slot_name = none);
  end if;
end $$;
comment on subscription plain is 'a copy';

-- subscription slotted
-- it does not connect: make the slot slotted on the publisher, then alter subscription slotted enable, and refresh publication
do $$ begin
  if not exists (select from pg_subscription where subname = 'slotted' and subdbid = (select oid from pg_database where datname = current_database())) then
    create subscription slotted
      connection 'host=localhost dbname=postgres'
      publication one, two
      with (connect = false, slot_name = 'slotted', binary = true, synchronous_commit = local);
  end if;
end $$;

-- rollback: set lock_timeout = '5s';
-- rollback:
-- rollback: -- subscription plain
-- rollback: do $$ begin
-- rollback:   if exists (select from pg_subscription where subname = 'plain' and subdbid = (select oid from pg_database where datname = current_database())) then
-- rollback:     drop subscription plain;
-- rollback:   end if;
-- rollback: end $$;
-- rollback:
-- rollback: -- subscription slotted
-- rollback: -- the slot slotted stays on the publisher: drop it there
-- rollback: do $$ begin
-- rollback:   if exists (select from pg_subscription where subname = 'slotted' and subdbid = (select oid from pg_database where datname = current_database())) then
-- rollback:     alter subscription slotted disable;
-- rollback:     alter subscription slotted set (slot_name = none);
-- rollback:     drop subscription slotted;
-- rollback:   end if;
-- rollback: end $$;
-- rollback:
-- rollback: -- then: supabase migration repair --status reverted 20260101000000
