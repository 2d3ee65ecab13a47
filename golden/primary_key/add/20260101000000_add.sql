-- add, file 1 of 3: ~1 table
--   locks     public.t  access exclusive, short
--   undo      schemac rollback, last file first; marked lines below cannot bring data back
--   compared  before.sql (1 file) with after.sql (1 file), PostgreSQL 17
set lock_timeout = '5s';

-- index public.t_pkey
do $$ begin
  if exists (select from pg_index where indexrelid = to_regclass('public.t_pkey') and not indisvalid) then
    drop index public.t_pkey;
  end if;
end $$;

-- table public.t
do $$ begin
  if exists (select from pg_attribute where attrelid = 'public.t'::regclass and attname = 'id' and not attnotnull)
     and not exists (select from pg_constraint where conrelid = 'public.t'::regclass and conname = 't_id_is_set' and contype = 'c') then
    alter table public.t add constraint t_id_is_set check (id is not null) not valid;
  end if;
end $$;

-- rollback: set lock_timeout = '5s';
-- rollback:
-- rollback: -- table public.t
-- rollback: alter table public.t drop constraint if exists t_id_is_set;
-- rollback:
-- rollback: -- then: supabase migration repair --status reverted 20260101000000
