-- set_not_null, file 1 of 2: ~1 table
--   locks     public.t  access exclusive, short
--   undo      schemac rollback, last file first; marked lines below cannot bring data back
--   compared  before.sql (1 file) with after.sql (1 file), PostgreSQL 17
set lock_timeout = '5s';

-- table public.t
do $$ begin
  if exists (select from pg_attribute where attrelid = 'public.t'::regclass and attname = 'n' and not attnotnull)
     and not exists (select from pg_constraint where conrelid = 'public.t'::regclass and conname = 't_n_is_set' and contype = 'c') then
    alter table public.t add constraint t_n_is_set check (n is not null) not valid;
  end if;
end $$;
alter table public.t alter column m drop not null;

-- rollback: set lock_timeout = '5s';
-- rollback:
-- rollback: -- table public.t
-- rollback: alter table public.t
-- rollback:   drop constraint if exists t_n_is_set,
-- rollback:   alter column m set not null;
-- rollback:
-- rollback: -- then: supabase migration repair --status reverted 20260101000000
