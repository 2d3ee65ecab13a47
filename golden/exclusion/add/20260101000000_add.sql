-- add: ~1 table
--   hazards   may-fail     constraint "no_overlap" of public.bookings may be violated by existing rows
--             locks-reads  table public.bookings is read through, neither read nor written by others, while constraint "no_overlap" of public.bookings is made
--   locks     public.bookings  access exclusive, while it is read through
--   undo      schemac rollback; marked lines below cannot bring data back
--   compared  before.sql (1 file) with after.sql (1 file), PostgreSQL 17
set lock_timeout = '5s';

-- table public.bookings
do $$ begin
  if not exists (select from pg_constraint where conrelid = 'public.bookings'::regclass and conname = 'no_overlap' and contype = 'x') then
    alter table public.bookings add constraint no_overlap exclude using gist (during with &&) where (room > 0);
  end if;
end $$;

-- rollback: set lock_timeout = '5s';
-- rollback:
-- rollback: -- table public.bookings
-- rollback: alter table public.bookings drop constraint if exists no_overlap;
-- rollback:
-- rollback: -- then: supabase migration repair --status reverted 20260101000000
