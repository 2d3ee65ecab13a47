-- create: +1 table
--   undo      schemac rollback; marked lines below cannot bring data back
--   compared  nothing with after.sql (1 file), PostgreSQL 17
set lock_timeout = '5s';

-- table public.books
create table if not exists public.books (
  isbn    text primary key,
  title   text not null,
  pages   integer check (pages > 0),
  price   numeric(8,2) not null default 0.00,
  printed date default current_date,
  tags    text[] not null default '{}',
  data    jsonb
);
comment on table public.books is 'What we sell';
comment on column public.books.pages is 'Without the cover';

-- rollback: set lock_timeout = '5s';
-- rollback:
-- rollback: -- table public.books
-- rollback: -- LOST: the rows of public.books
-- rollback: drop table if exists public.books;
-- rollback:
-- rollback: -- then: supabase migration repair --status reverted 20260101000000
