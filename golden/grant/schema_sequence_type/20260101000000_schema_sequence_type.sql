-- schema_sequence_type: +1 enum, +1 domain, +1 sequence, +1 schema
--   undo      schemac rollback; marked lines below cannot bring data back
--   compared  nothing with after.sql (1 file), PostgreSQL 17
set lock_timeout = '5s';

-- schema app
create schema if not exists app;
grant usage on schema app to reader;
grant create on schema app to writer;

-- enum app.mood
do $$ begin
  if to_regtype('app.mood') is null then
    create type app.mood as enum ('a');
  end if;
end $$;
revoke all on type app.mood from public;
grant all on type app.mood to writer;

-- domain app.d
do $$ begin
  if to_regtype('app.d') is null then
    create domain app.d as integer;
  end if;
end $$;
grant all on type app.d to reader;

-- sequence app.s
create sequence if not exists app.s;
grant select, usage on sequence app.s to reader;

-- rollback: set lock_timeout = '5s';
-- rollback:
-- rollback: -- sequence app.s
-- rollback: -- LOST: the position of app.s
-- rollback: drop sequence if exists app.s;
-- rollback:
-- rollback: -- domain app.d
-- rollback: drop domain if exists app.d;
-- rollback:
-- rollback: -- enum app.mood
-- rollback: drop type if exists app.mood;
-- rollback:
-- rollback: -- schema app
-- rollback: drop schema if exists app;
-- rollback:
-- rollback: -- then: supabase migration repair --status reverted 20260101000000
