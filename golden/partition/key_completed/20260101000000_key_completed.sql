-- key_completed: ~1 table, ~1 index, -1 index
--   hazards   may-fail     constraint "orders_eu_once" of public.orders_eu may be violated by existing rows
--             locks-reads  table public.orders_eu is read through, neither read nor written by others, while constraint "orders_eu_once" of public.orders_eu is made
--   locks     public.orders_eu  access exclusive, while it is read through
--   undo      schemac rollback; marked lines below cannot bring data back
--   compared  before.sql (1 file) with after.sql (1 file), PostgreSQL 17
set lock_timeout = '5s';

-- index public.orders_eu_once
do $$ begin
  if to_regclass('public.orders_eu_once') is not null
     and not exists (select from pg_constraint where conrelid = 'public.orders_eu'::regclass and conname = 'orders_eu_once' and contype = 'p') then
    drop index if exists public.orders_eu_once;
  end if;
end $$;

-- table public.orders_eu
do $$ begin
  if not exists (select from pg_constraint where conrelid = 'public.orders_eu'::regclass and conname = 'orders_eu_once' and contype = 'p') then
    alter table public.orders_eu add constraint orders_eu_once primary key (region, id);
  end if;
end $$;
alter index public.orders_once attach partition public.orders_eu_once;

-- index public.orders_us_once
alter index public.orders_once attach partition public.orders_us_once;

-- rollback: set lock_timeout = '5s';
-- rollback:
-- rollback: -- table public.orders
-- rollback: alter table public.orders drop constraint if exists orders_once;
-- rollback: alter table only public.orders add constraint orders_once primary key (region, id);
-- rollback:
-- rollback: -- index public.orders_eu_once
-- rollback: create unique index if not exists orders_eu_once on public.orders_eu (region, id);
-- rollback:
-- rollback: -- table public.orders_us
-- rollback: do $$ begin
-- rollback:   if not exists (select from pg_constraint where conrelid = 'public.orders_us'::regclass and conname = 'orders_us_once' and contype = 'p') then
-- rollback:     alter table public.orders_us add constraint orders_us_once primary key (region, id);
-- rollback:   end if;
-- rollback: end $$;
-- rollback:
-- rollback: -- then: supabase migration repair --status reverted 20260101000000
