-- not_valid_above: +2 tables, ~3 tables
--   hazards   locks-reads  table public.orders_1 is read through, neither read nor written by others, while constraint "amount_positive" of public.orders_1 is altered
--   locks     public.orders    access exclusive, short
--             public.orders_1  access exclusive, while it is read through
--             public.places    access exclusive, short
--   undo      schemac rollback; marked lines below cannot bring data back
--   compared  before.sql (1 file) with after.sql (1 file), PostgreSQL 17
set lock_timeout = '5s';

-- table public.orders_2
create table if not exists public.orders_2 partition of public.orders for values in ('2');

-- table public.orders
do $$ begin
  if not exists (select from pg_constraint where conrelid = 'public.orders'::regclass and conname = 'amount_positive' and contype = 'c') then
    alter table public.orders add constraint amount_positive check (amount > 0) not valid;
  end if;
end $$;

-- table public.orders_1
alter table public.orders_1 validate constraint amount_positive;

-- table public.orders_2
alter table public.orders_2 validate constraint amount_positive;

-- table public.rivers
create table if not exists public.rivers () inherits (public.places);

-- table public.places
do $$ begin
  if not exists (select from pg_constraint where conrelid = 'public.places'::regclass and conname = 'named' and contype = 'c') then
    alter table public.places add constraint named check (name <> '') not valid;
  end if;
end $$;

-- table public.rivers
alter table public.rivers validate constraint named;

-- rollback: set lock_timeout = '5s';
-- rollback:
-- rollback: -- table public.orders_2
-- rollback: -- LOST: the rows of public.orders_2
-- rollback: drop table if exists public.orders_2;
-- rollback:
-- rollback: -- table public.rivers
-- rollback: -- LOST: the rows of public.rivers
-- rollback: drop table if exists public.rivers;
-- rollback:
-- rollback: -- table public.orders
-- rollback: alter table public.orders drop constraint if exists amount_positive;
-- rollback:
-- rollback: -- table public.places
-- rollback: alter table public.places drop constraint if exists named;
-- rollback:
-- rollback: -- then: supabase migration repair --status reverted 20260101000000
