-- drop_not_null_above_own_key, file 3 of 3: ~1 table
--   locks     public.events_eu  access exclusive, short
set lock_timeout = '5s';

-- index public.events_eu_pkey
do $$ begin
  if exists (select from pg_index where indexrelid = to_regclass('public.events_eu_pkey') and not indisvalid) then
    raise exception 'index public.events_eu_pkey is invalid: its build failed'
      using hint = 'drop index concurrently if exists public.events_eu_pkey; then supabase migration repair --status reverted 20260101000001 and push again';
  end if;
end $$;

-- table public.events_eu
do $$ begin
  if not exists (select from pg_constraint where conrelid = 'public.events_eu'::regclass and conname = 'events_eu_pkey' and contype = 'p')
     and to_regclass('public.events_eu_pkey') is not null then
    alter table public.events_eu add constraint events_eu_pkey primary key using index events_eu_pkey;
  end if;
  if not exists (select from pg_constraint where conrelid = 'public.events_eu'::regclass and conname = 'events_eu_pkey' and contype = 'p') then
    -- after a rollback of this file alone, which takes the index away with the constraint
    alter table public.events_eu add constraint events_eu_pkey primary key (region, id);
  end if;
end $$;

-- rollback: set lock_timeout = '5s';
-- rollback:
-- rollback: -- table public.events_eu
-- rollback: alter table public.events_eu drop constraint if exists events_eu_pkey;
-- rollback:
-- rollback: -- then: supabase migration repair --status reverted 20260101000002
