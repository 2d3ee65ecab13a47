-- add, file 1 of 2: ~1 table
--   locks     public.t  access exclusive, short
--   undo      schemac rollback, last file first; marked lines below cannot bring data back
--   compared  before.sql (1 file) with after.sql (1 file), PostgreSQL 17
set lock_timeout = '5s';

-- table public.t
do $$ begin
  if not exists (select from pg_constraint where conrelid = 'public.t'::regclass and conname = 'sane' and contype = 'c') then
    alter table public.t add constraint sane check (a < id and id is not null) not valid;
  end if;
  if not exists (select from pg_constraint where conrelid = 'public.t'::regclass and conname = 't_a_check' and contype = 'c') then
    alter table public.t add constraint t_a_check check (a > 0) not valid;
  end if;
end $$;

-- rollback: set lock_timeout = '5s';
-- rollback:
-- rollback: -- table public.t
-- rollback: alter table public.t
-- rollback:   drop constraint if exists sane,
-- rollback:   drop constraint if exists t_a_check;
-- rollback:
-- rollback: -- then: supabase migration repair --status reverted 20260101000000
