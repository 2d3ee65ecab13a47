-- drop_not_null_above_own_key: ~2 tables
--   hazards   may-fail     constraint "events_eu_pkey" of public.events_eu may be violated by existing rows
--             locks-reads  table public.events_eu is read through, neither read nor written by others, while constraint "events_eu_pkey" of public.events_eu is made
--   locks     public.events     access exclusive, short
--             public.events_eu  access exclusive, while it is read through
--   undo      schemac rollback; marked lines below cannot bring data back
--   compared  before.sql (1 file) with after.sql (1 file), PostgreSQL 17
set lock_timeout = '5s';

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
do $$ begin
  if not exists (select from pg_constraint where conrelid = 'public.events_eu'::regclass and conname = 'events_eu_pkey' and contype = 'p') then
    alter table public.events_eu add constraint events_eu_pkey primary key (region, id);
  end if;
end $$;

-- rollback: set lock_timeout = '5s';
-- rollback:
-- rollback: -- table public.events
-- rollback: alter table public.events
-- rollback:   alter column id set not null,
-- rollback:   alter column region set not null,
-- rollback:   alter column note set not null;
-- rollback:
-- rollback: -- table public.events_eu
-- rollback: alter table public.events_eu
-- rollback:   drop constraint if exists events_eu_pkey,
-- rollback:   alter column note set not null;
-- rollback:
-- rollback: -- then: supabase migration repair --status reverted 20260101000000
