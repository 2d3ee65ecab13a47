-- rename, file 1 of 2: ~1 table
--   locks     public.t  access exclusive, short
--   undo      schemac rollback, last file first; marked lines below cannot bring data back
--   compared  before.sql (1 file) with after.sql (1 file), PostgreSQL 17
set lock_timeout = '5s';

-- table public.t
alter table public.t drop constraint if exists old_name;
do $$ begin
  if not exists (select from pg_constraint where conrelid = 'public.t'::regclass and conname = 'new_name' and contype = 'c') then
    alter table public.t add constraint new_name check (a > 0) not valid;
  end if;
end $$;

-- rollback: set lock_timeout = '5s';
-- rollback:
-- rollback: -- table public.t
-- rollback: alter table public.t drop constraint if exists new_name;
-- rollback: do $$ begin
-- rollback:   if not exists (select from pg_constraint where conrelid = 'public.t'::regclass and conname = 'old_name' and contype = 'c') then
-- rollback:     alter table public.t add constraint old_name check (a > 0);
-- rollback:   end if;
-- rollback: end $$;
-- rollback:
-- rollback: -- then: supabase migration repair --status reverted 20260101000000
