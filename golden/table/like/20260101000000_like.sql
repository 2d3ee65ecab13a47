-- like: +1 table
--   undo      schemac rollback; marked lines below cannot bring data back
--   compared  before.sql (1 file) with after.sql (1 file), PostgreSQL 17
set lock_timeout = '5s';

-- table public.copy
create table if not exists public.copy (
  id   integer not null default 7,
  note text,
  more integer,
  constraint template_note_check check (note <> '')
);

-- rollback: set lock_timeout = '5s';
-- rollback:
-- rollback: -- table public.copy
-- rollback: -- LOST: the rows of public.copy
-- rollback: drop table if exists public.copy;
-- rollback:
-- rollback: -- then: supabase migration repair --status reverted 20260101000000
