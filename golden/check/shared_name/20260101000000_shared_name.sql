-- shared_name: +2 tables
--   undo      schemac rollback; marked lines below cannot bring data back
--   compared  nothing with after.sql (1 file), PostgreSQL 17
set lock_timeout = '5s';

-- table public.copies
create table if not exists public.copies (
  note text,
  constraint notes_note_check check (note <> '')
);

-- table public.notes
create table if not exists public.notes (
  note text,
  constraint notes_note_check check (note <> '')
);

-- rollback: set lock_timeout = '5s';
-- rollback:
-- rollback: -- table public.copies
-- rollback: -- LOST: the rows of public.copies
-- rollback: drop table if exists public.copies;
-- rollback:
-- rollback: -- table public.notes
-- rollback: -- LOST: the rows of public.notes
-- rollback: drop table if exists public.notes;
-- rollback:
-- rollback: -- then: supabase migration repair --status reverted 20260101000000
