-- drop: ~1 table
--   locks     public.t  access exclusive, short
--   undo      schemac rollback; marked lines below cannot bring data back
--   compared  before.sql (1 file) with after.sql (1 file), PostgreSQL 17
set lock_timeout = '5s';

-- table public.t
alter table public.t
  drop constraint if exists sane,
  drop constraint if exists t_a_check;

-- rollback: set lock_timeout = '5s';
-- rollback:
-- rollback: -- table public.t
-- rollback: do $$ begin
-- rollback:   if not exists (select from pg_constraint where conrelid = 'public.t'::regclass and conname = 'sane' and contype = 'c') then
-- rollback:     alter table public.t add constraint sane check (a < id);
-- rollback:   end if;
-- rollback:   if not exists (select from pg_constraint where conrelid = 'public.t'::regclass and conname = 't_a_check' and contype = 'c') then
-- rollback:     alter table public.t add constraint t_a_check check (a > 0);
-- rollback:   end if;
-- rollback: end $$;
-- rollback:
-- rollback: -- then: supabase migration repair --status reverted 20260101000000
