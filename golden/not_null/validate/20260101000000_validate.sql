-- validate: ~1 table
--   hazards   scan  table public.t is read through while constraint "a_is_there" of public.t is altered
--   locks     public.t  share update exclusive, while it is read through
--   undo      schemac rollback; marked lines below cannot bring data back
--   compared  before.sql (1 file) with after.sql (1 file), PostgreSQL 18
set lock_timeout = '5s';

-- table public.t
alter table public.t validate constraint a_is_there;

-- rollback: set lock_timeout = '5s';
-- rollback:
-- rollback: -- table public.t
-- rollback: do $$ begin
-- rollback:   if exists (select from pg_constraint where conrelid = 'public.t'::regclass and conname = 'a_is_there' and contype = 'n' and convalidated) then
-- rollback:     alter table public.t drop constraint a_is_there;
-- rollback:     alter table public.t add constraint a_is_there not null a not valid;
-- rollback:   end if;
-- rollback: end $$;
-- rollback:
-- rollback: -- then: supabase migration repair --status reverted 20260101000000
