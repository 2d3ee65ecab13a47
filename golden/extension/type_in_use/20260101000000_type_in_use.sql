-- type_in_use: ~1 table, +1 extension
--   locks     public.people  access exclusive, short
--   undo      schemac rollback; marked lines below cannot bring data back
--   compared  before.sql (1 file) with after.sql (1 file), PostgreSQL 17
set lock_timeout = '5s';

-- extension citext
create extension if not exists citext;

-- table public.people
alter table public.people add column if not exists mail public.citext;

-- rollback: set lock_timeout = '5s';
-- rollback:
-- rollback: -- table public.people
-- rollback: -- LOST: the values of public.people.mail
-- rollback: alter table public.people drop column if exists mail;
-- rollback:
-- rollback: -- extension citext
-- rollback: drop extension if exists citext;
-- rollback:
-- rollback: -- then: supabase migration repair --status reverted 20260101000000
