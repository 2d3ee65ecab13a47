-- add_with_own_key: +1 table
--   locks     public.bills   share row exclusive, short
--             public.orders  share update exclusive, short
--   undo      schemac rollback; marked lines below cannot bring data back
--   compared  before.sql (1 file) with after.sql (1 file), PostgreSQL 17
set lock_timeout = '5s';

-- table public.orders_eu
create table if not exists public.orders_eu (
  like public.orders including defaults including generated including constraints including storage including compression,
  primary key (region, id)
);
alter table public.orders_eu
  alter column id set not null,
  alter column region set not null;
do $$ begin
  if not exists (select from pg_inherits where inhrelid = 'public.orders_eu'::regclass and inhparent = 'public.orders'::regclass) then
    alter table public.orders attach partition public.orders_eu for values in ('eu');
  end if;
end $$;

-- rollback: set lock_timeout = '5s';
-- rollback:
-- rollback: -- table public.orders_eu
-- rollback: -- LOST: the rows of public.orders_eu
-- rollback: do $$ begin
-- rollback:   if exists (select from pg_inherits where inhrelid = to_regclass('public.orders_eu') and inhparent = to_regclass('public.orders')) then
-- rollback:     alter table public.orders detach partition public.orders_eu;
-- rollback:   end if;
-- rollback: end $$;
-- rollback: drop table if exists public.orders_eu;
-- rollback:
-- rollback: -- then: supabase migration repair --status reverted 20260101000000
