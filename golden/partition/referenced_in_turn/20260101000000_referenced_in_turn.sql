-- referenced_in_turn: +4 tables, +1 index
--   undo      schemac rollback; marked lines below cannot bring data back
--   compared  nothing with after.sql (1 file), PostgreSQL 17
set lock_timeout = '5s';

-- table public.bills
create table if not exists public.bills (
  id     bigint,
  region text unique
);

-- table public.orders
create table if not exists public.orders (
  id     bigint,
  region text
) partition by list (region);

-- table public.orders_eu
create table if not exists public.orders_eu partition of public.orders (
  primary key (region, id),
  constraint orders_eu_bill foreign key (region) references public.bills (region)
) for values in ('eu');

-- table public.orders_us
create table if not exists public.orders_us partition of public.orders (
  primary key (region, id)
) for values in ('us');

-- index public.orders_once
create unique index if not exists orders_once on public.orders (region, id);

-- table public.bills
do $$ begin
  if not exists (select from pg_constraint where conrelid = 'public.bills'::regclass and conname = 'bills_order' and contype = 'f') then
    alter table public.bills add constraint bills_order foreign key (region, id) references public.orders (region, id);
  end if;
end $$;

-- rollback: set lock_timeout = '5s';
-- rollback:
-- rollback: -- table public.bills
-- rollback: alter table if exists public.bills drop constraint if exists bills_order;
-- rollback:
-- rollback: -- table public.orders_eu
-- rollback: -- LOST: the rows of public.orders_eu
-- rollback: drop table if exists public.orders_eu;
-- rollback:
-- rollback: -- table public.bills
-- rollback: -- LOST: the rows of public.bills
-- rollback: drop table if exists public.bills;
-- rollback:
-- rollback: -- table public.orders_us
-- rollback: -- LOST: the rows of public.orders_us
-- rollback: drop table if exists public.orders_us;
-- rollback:
-- rollback: -- table public.orders
-- rollback: -- LOST: the rows of public.orders
-- rollback: drop table if exists public.orders;
-- rollback:
-- rollback: -- then: supabase migration repair --status reverted 20260101000000
