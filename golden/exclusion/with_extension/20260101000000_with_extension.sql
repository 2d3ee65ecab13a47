-- with_extension: +1 table, +1 extension
--   undo      schemac rollback; marked lines below cannot bring data back
--   compared  nothing with after.sql (1 file), PostgreSQL 17
set lock_timeout = '5s';

-- extension btree_gist
create extension if not exists btree_gist;

-- table public.bookings
create table if not exists public.bookings (
  room   integer not null,
  during tstzrange not null,
  constraint bookings_room_during_excl exclude using gist (room with =, during with &&)
);

-- rollback: set lock_timeout = '5s';
-- rollback:
-- rollback: -- table public.bookings
-- rollback: -- LOST: the rows of public.bookings
-- rollback: drop table if exists public.bookings;
-- rollback:
-- rollback: -- extension btree_gist
-- rollback: drop extension if exists btree_gist;
-- rollback:
-- rollback: -- then: supabase migration repair --status reverted 20260101000000
