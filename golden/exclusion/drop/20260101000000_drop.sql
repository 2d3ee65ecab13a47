-- drop: ~1 table
--   locks     public.bookings  access exclusive, short
--   undo      schemac rollback; marked lines below cannot bring data back
--   compared  before.sql (1 file) with after.sql (1 file), PostgreSQL 17
set lock_timeout = '5s';

-- table public.bookings
alter table public.bookings drop constraint if exists no_overlap;

-- rollback: set lock_timeout = '5s';
-- rollback:
-- rollback: -- table public.bookings
-- rollback: do $$ begin
-- rollback:   if not exists (select from pg_constraint where conrelid = 'public.bookings'::regclass and conname = 'no_overlap' and contype = 'x') then
-- rollback:     alter table public.bookings add constraint no_overlap exclude using gist (during with &&);
-- rollback:   end if;
-- rollback: end $$;
-- rollback:
-- rollback: -- then: supabase migration repair --status reverted 20260101000000
