-- not_valid_in_new_table: +2 tables
--   undo      schemac rollback; marked lines below cannot bring data back
--   compared  nothing with after.sql (1 file), PostgreSQL 17
set lock_timeout = '5s';

-- table public.authors
create table if not exists public.authors (
  id integer primary key
);

-- table public.books
create table if not exists public.books (
  author_id integer
);
do $$ begin
  if not exists (select from pg_constraint where conrelid = 'public.books'::regclass and conname = 'books_author_id_fkey' and contype = 'f') then
    alter table public.books add constraint books_author_id_fkey foreign key (author_id) references public.authors (id) not valid;
  end if;
end $$;

-- rollback: set lock_timeout = '5s';
-- rollback:
-- rollback: -- table public.books
-- rollback: -- LOST: the rows of public.books
-- rollback: drop table if exists public.books;
-- rollback:
-- rollback: -- table public.authors
-- rollback: -- LOST: the rows of public.authors
-- rollback: drop table if exists public.authors;
-- rollback:
-- rollback: -- then: supabase migration repair --status reverted 20260101000000
