-- own_key_attached: ~1 table, +1 index
--   hazards   may-fail      constraint "orders_eu_pkey" of public.orders_eu may be violated by existing rows
--             locks-reads   table public.orders_eu is read through, neither read nor written by others, while constraint "orders_eu_pkey" of public.orders_eu is made
--             may-fail      index public.orders_once may be violated by existing rows
--             locks-writes  table public.orders is read through, not written by others, while index public.orders_once is made
--   locks     public.orders     share, while it is read through
--             public.orders_eu  access exclusive, while it is read through
--   undo      schemac rollback; marked lines below cannot bring data back
--   compared  before.sql (1 file) with after.sql (1 file), PostgreSQL 17
set lock_timeout = '5s';

-- table public.orders_eu
do $$ begin
  if not exists (select from pg_constraint where conrelid = 'public.orders_eu'::regclass and conname = 'orders_eu_pkey' and contype = 'p') then
    alter table public.orders_eu add constraint orders_eu_pkey primary key (region, id);
  end if;
end $$;

-- index public.orders_once
create unique index if not exists orders_once on public.orders (region, id);

-- rollback: set lock_timeout = '5s';
-- rollback:
-- rollback: -- index public.orders_once
-- rollback: drop index if exists public.orders_once cascade;
-- rollback:
-- rollback: -- table public.orders_eu
-- rollback: alter table public.orders_eu drop constraint if exists orders_eu_pkey;
-- rollback:
-- rollback: -- then: supabase migration repair --status reverted 20260101000000
