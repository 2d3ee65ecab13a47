-- not_relocatable: +1 schema, -1 schema, ~1 extension
--   undo      schemac rollback; marked lines below cannot bring data back
--   compared  before.sql (1 file) with after.sql (1 file), PostgreSQL 17
set lock_timeout = '5s';

-- schema programs
create schema if not exists programs;

-- extension xml2
drop extension if exists xml2;
create extension if not exists xml2 with schema programs;

-- schema tools
drop schema if exists tools;

-- rollback: set lock_timeout = '5s';
-- rollback:
-- rollback: -- schema tools
-- rollback: create schema if not exists tools;
-- rollback:
-- rollback: -- extension xml2
-- rollback: drop extension if exists xml2;
-- rollback: create extension if not exists xml2 with schema tools;
-- rollback:
-- rollback: -- schema programs
-- rollback: drop schema if exists programs;
-- rollback:
-- rollback: -- then: supabase migration repair --status reverted 20260101000000
