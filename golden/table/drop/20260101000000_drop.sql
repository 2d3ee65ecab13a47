-- drop: ~1 table, -1 table
--   hazards   data-loss  table public.books is dropped
--   locks     public.books  access exclusive, short
--             public.notes  access exclusive, short
--   undo      schemac rollback; marked lines below cannot bring data back
--   compared  before.sql (1 file) with after.sql (1 file), PostgreSQL 17
set lock_timeout = '5s';

-- table public.notes
alter table public.notes drop constraint if exists notes_isbn_fkey;

-- table public.books
drop table if exists public.books;

-- rollback: set lock_timeout = '5s';
-- rollback:
-- rollback: -- table public.books
-- rollback: -- LOST: the rows that public.books had do not come back
-- rollback: create table if not exists public.books (
-- rollback:   isbn text primary key
-- rollback: );
-- rollback:
-- rollback: -- table public.notes
-- rollback: do $$ begin
-- rollback:   if not exists (select from pg_constraint where conrelid = 'public.notes'::regclass and conname = 'notes_isbn_fkey' and contype = 'f') then
-- rollback:     alter table public.notes add constraint notes_isbn_fkey foreign key (isbn) references public.books (isbn);
-- rollback:   end if;
-- rollback: end $$;
-- rollback:
-- rollback: -- then: supabase migration repair --status reverted 20260101000000
