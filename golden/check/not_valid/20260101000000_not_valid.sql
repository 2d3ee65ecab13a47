-- not_valid: ~1 table
--   locks     public.t  access exclusive, short
--   undo      schemac rollback; marked lines below cannot bring data back
--   compared  before.sql (1 file) with after.sql (1 file), PostgreSQL 17
set lock_timeout = '5s';

-- table public.t
do $$ begin
  if not exists (select from pg_constraint where conrelid = 'public.t'::regclass and conname = 'a_positive' and contype = 'c') then
    alter table public.t add constraint a_positive check (a > 0) not valid;
  end if;
end $$;

-- rollback: set lock_timeout = '5s';
-- rollback:
-- rollback: -- table public.t
-- rollback: alter table public.t drop constraint if exists a_positive;
-- rollback:
-- rollback: -- then: supabase migration repair --status reverted 20260101000000
