-- no_row_security: +1 table
--   undo      schemac rollback; marked lines below cannot bring data back
--   compared  nothing with after.sql (1 file), PostgreSQL 17; not: roles and memberships
set lock_timeout = '5s';

-- table public.open_book
create table if not exists public.open_book (
  id integer primary key
);

-- rollback: set lock_timeout = '5s';
-- rollback:
-- rollback: -- table public.open_book
-- rollback: -- LOST: the rows of public.open_book
-- rollback: drop table if exists public.open_book;
-- rollback:
-- rollback: -- then: supabase migration repair --status reverted 20260101000000
