-- table: ~1 table
--   hazards   breaks-clients  table public.customers was called clients
--   locks     public.customers  access exclusive, short
--   undo      schemac rollback; marked lines below cannot bring data back
--   compared  before.sql (1 file) with after.sql (1 file), PostgreSQL 17
set lock_timeout = '5s';

-- table public.customers
do $$ begin
  if to_regclass('public.clients') is not null
     and to_regclass('public.customers') is null then
    alter table public.clients rename to customers;
  end if;
  if exists (select from pg_constraint where conrelid = 'public.customers'::regclass and conname = 'clients_pkey' and contype = 'p')
     and not exists (select from pg_constraint where conrelid = 'public.customers'::regclass and conname = 'customers_pkey' and contype = 'p') then
    alter table public.customers rename constraint clients_pkey to customers_pkey;
  end if;
end $$;

-- rollback: set lock_timeout = '5s';
-- rollback:
-- rollback: -- table public.clients
-- rollback: do $$ begin
-- rollback:   if to_regclass('public.customers') is not null
-- rollback:      and to_regclass('public.clients') is null then
-- rollback:     alter table public.customers rename to clients;
-- rollback:   end if;
-- rollback:   if exists (select from pg_constraint where conrelid = 'public.clients'::regclass and conname = 'customers_pkey' and contype = 'p')
-- rollback:      and not exists (select from pg_constraint where conrelid = 'public.clients'::regclass and conname = 'clients_pkey' and contype = 'p') then
-- rollback:     alter table public.clients rename constraint customers_pkey to clients_pkey;
-- rollback:   end if;
-- rollback: end $$;
-- rollback:
-- rollback: -- then: supabase migration repair --status reverted 20260101000000
