-- drop_not_null_above_own_key, file 1 of 3: ~2 tables
--   locks     public.events     access exclusive, short
--             public.events_eu  access exclusive, short
--   undo      schemac rollback, last file first; marked lines below cannot bring data back
--   compared  before.sql (1 file) with after.sql (1 file), PostgreSQL 17
set lock_timeout = '5s';

-- index public.events_eu_pkey
do $$ begin
  if exists (select from pg_index where indexrelid = to_regclass('public.events_eu_pkey') and not indisvalid) then
    drop index public.events_eu_pkey;
  end if;
end $$;

-- table public.events
do $$ begin
  if exists (select from pg_attribute where attrelid = 'public.events'::regclass and attname = 'id' and attnotnull) then
    alter table public.events alter column id drop not null;
  end if;
  if exists (select from pg_attribute where attrelid = 'public.events'::regclass and attname = 'region' and attnotnull) then
    alter table public.events alter column region drop not null;
  end if;
  if exists (select from pg_attribute where attrelid = 'public.events'::regclass and attname = 'note' and attnotnull) then
    alter table public.events alter column note drop not null;
  end if;
end $$;

-- table public.events_eu
alter table public.events_eu alter column note drop not null;

-- rollback: set lock_timeout = '5s';
-- rollback:
-- rollback: -- table public.events
-- rollback: alter table public.events
-- rollback:   alter column id set not null,
-- rollback:   alter column region set not null,
-- rollback:   alter column note set not null;
-- rollback:
-- rollback: -- table public.events_eu
-- rollback: alter table public.events_eu alter column note set not null;
-- rollback:
-- rollback: -- then: supabase migration repair --status reverted 20260101000000
