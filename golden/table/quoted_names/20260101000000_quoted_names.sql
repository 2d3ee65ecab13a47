-- quoted_names: +1 table, +1 index, +1 schema
--   undo      schemac rollback; marked lines below cannot bring data back
--   compared  nothing with after.sql (1 file), PostgreSQL 17
set lock_timeout = '5s';

-- schema "My App"
create schema if not exists "My App";

-- table "My App"."User List"
create table if not exists "My App"."User List" (
  "Id"     bigint generated always as identity primary key,
  "select" text not null,
  "a""b"   integer default 1,
  constraint "Weird, name" check ("a""b" <> 3)
);

-- index "My App"."Ünïcode"
create index if not exists "Ünïcode" on "My App"."User List" ("select");

-- rollback: set lock_timeout = '5s';
-- rollback:
-- rollback: -- table "My App"."User List"
-- rollback: -- LOST: the rows of "My App"."User List"
-- rollback: drop table if exists "My App"."User List";
-- rollback:
-- rollback: -- schema "My App"
-- rollback: drop schema if exists "My App";
-- rollback:
-- rollback: -- then: supabase migration repair --status reverted 20260101000000
