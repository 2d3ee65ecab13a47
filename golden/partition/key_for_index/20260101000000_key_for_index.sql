-- key_for_index: ~4 tables, -2 indexes
--   hazards   may-fail     constraint "orders_once" of public.orders may be violated by existing rows
--             locks-reads  table public.orders is read through, neither read nor written by others, while constraint "orders_once" of public.orders is made
--             may-fail     constraint "bills_once" of public.bills may be violated by existing rows
--             locks-reads  table public.bills is read through, neither read nor written by others, while constraint "bills_once" of public.bills is made
--   locks     public.bills      access exclusive, while it is read through
--             public.bills_eu   access exclusive, short
--             public.orders     access exclusive, while it is read through
--             public.orders_eu  access exclusive, short
--   undo      schemac rollback; marked lines below cannot bring data back
--   compared  before.sql (1 file) with after.sql (1 file), PostgreSQL 17
set lock_timeout = '5s';

-- index public.bills_once
do $$ begin
  if to_regclass('public.bills_once') is not null
     and not exists (select from pg_constraint where conrelid = 'public.bills'::regclass and conname = 'bills_once' and contype = 'u') then
    drop index if exists public.bills_once;
  end if;
end $$;

-- table public.bills_eu
do $$ begin
  if not exists (select from pg_constraint where conrelid = 'public.bills'::regclass and conname = 'bills_once' and contype = 'u') then
    alter table public.bills_eu drop constraint if exists bills_eu_region_id_key;
  end if;
end $$;

-- table public.bills
do $$ begin
  if not exists (select from pg_constraint where conrelid = 'public.bills'::regclass and conname = 'bills_once' and contype = 'u') then
    alter table public.bills add constraint bills_once unique (region, id);
  end if;
end $$;

-- index public.orders_once
do $$ begin
  if to_regclass('public.orders_once') is not null
     and not exists (select from pg_constraint where conrelid = 'public.orders'::regclass and conname = 'orders_once' and contype = 'u') then
    drop index if exists public.orders_once cascade;
  end if;
end $$;

-- table public.orders_eu
alter table public.orders_eu drop constraint if exists orders_eu_pkey;

-- table public.orders
do $$ begin
  if not exists (select from pg_constraint where conrelid = 'public.orders'::regclass and conname = 'orders_once' and contype = 'u') then
    alter table public.orders add constraint orders_once unique (region, id);
  end if;
end $$;

-- rollback: set lock_timeout = '5s';
-- rollback:
-- rollback: -- table public.bills
-- rollback: alter table public.bills drop constraint if exists bills_once;
-- rollback:
-- rollback: -- index public.bills_once
-- rollback: create unique index if not exists bills_once on only public.bills (region, id);
-- rollback:
-- rollback: -- table public.bills_eu
-- rollback: do $$ begin
-- rollback:   if not exists (select from pg_constraint where conrelid = 'public.bills_eu'::regclass and conname = 'bills_eu_region_id_key' and contype = 'u') then
-- rollback:     alter table public.bills_eu add constraint bills_eu_region_id_key unique (region, id);
-- rollback:   end if;
-- rollback: end $$;
-- rollback:
-- rollback: -- table public.orders
-- rollback: alter table public.orders drop constraint if exists orders_once;
-- rollback:
-- rollback: -- table public.orders_eu
-- rollback: do $$ begin
-- rollback:   if not exists (select from pg_constraint where conrelid = 'public.orders_eu'::regclass and conname = 'orders_eu_pkey' and contype = 'p') then
-- rollback:     alter table public.orders_eu add constraint orders_eu_pkey primary key (region, id);
-- rollback:   end if;
-- rollback: end $$;
-- rollback:
-- rollback: -- index public.orders_once
-- rollback: create unique index if not exists orders_once on public.orders (region, id);
-- rollback:
-- rollback: -- then: supabase migration repair --status reverted 20260101000000
