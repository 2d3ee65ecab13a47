-- renamed_table: ~1 table
--   hazards   breaks-clients  table public.customers was called clients
--             breaks-clients  column public.customers.email was called mail
--   locks     public.customers  access exclusive, short
--   undo      schemac rollback; marked lines below cannot bring data back
--   compared  before.sql (1 file) with after.sql (1 file), PostgreSQL 18
set lock_timeout = '5s';

-- table public.customers
do $$ begin
  if to_regclass('public.clients') is not null
     and to_regclass('public.customers') is null then
    alter table public.clients rename to customers;
  end if;
  if exists (select from pg_attribute where attrelid = 'public.customers'::regclass and attname = 'mail' and not attisdropped)
     and not exists (select from pg_attribute where attrelid = 'public.customers'::regclass and attname = 'email' and not attisdropped) then
    alter table public.customers rename column mail to email;
  end if;
  if exists (select from pg_constraint where conrelid = 'public.customers'::regclass and conname = 'clients_pkey' and contype = 'p')
     and not exists (select from pg_constraint where conrelid = 'public.customers'::regclass and conname = 'customers_pkey' and contype = 'p') then
    alter table public.customers rename constraint clients_pkey to customers_pkey;
  end if;
  if exists (select from pg_constraint where conrelid = 'public.customers'::regclass and conname = 'clients_mail_not_null' and contype = 'n')
     and not exists (select from pg_constraint where conrelid = 'public.customers'::regclass and conname = 'customers_email_not_null' and contype = 'n') then
    alter table public.customers rename constraint clients_mail_not_null to customers_email_not_null;
  end if;
  if exists (select from pg_constraint where conrelid = 'public.customers'::regclass and conname = 'clients_id_not_null' and contype = 'n')
     and not exists (select from pg_constraint where conrelid = 'public.customers'::regclass and conname = 'customers_id_not_null' and contype = 'n') then
    alter table public.customers rename constraint clients_id_not_null to customers_id_not_null;
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
-- rollback:   if exists (select from pg_attribute where attrelid = 'public.clients'::regclass and attname = 'email' and not attisdropped)
-- rollback:      and not exists (select from pg_attribute where attrelid = 'public.clients'::regclass and attname = 'mail' and not attisdropped) then
-- rollback:     alter table public.clients rename column email to mail;
-- rollback:   end if;
-- rollback:   if exists (select from pg_constraint where conrelid = 'public.clients'::regclass and conname = 'customers_pkey' and contype = 'p')
-- rollback:      and not exists (select from pg_constraint where conrelid = 'public.clients'::regclass and conname = 'clients_pkey' and contype = 'p') then
-- rollback:     alter table public.clients rename constraint customers_pkey to clients_pkey;
-- rollback:   end if;
-- rollback:   if exists (select from pg_constraint where conrelid = 'public.clients'::regclass and conname = 'customers_id_not_null' and contype = 'n')
-- rollback:      and not exists (select from pg_constraint where conrelid = 'public.clients'::regclass and conname = 'clients_id_not_null' and contype = 'n') then
-- rollback:     alter table public.clients rename constraint customers_id_not_null to clients_id_not_null;
-- rollback:   end if;
-- rollback:   if exists (select from pg_constraint where conrelid = 'public.clients'::regclass and conname = 'customers_email_not_null' and contype = 'n')
-- rollback:      and not exists (select from pg_constraint where conrelid = 'public.clients'::regclass and conname = 'clients_mail_not_null' and contype = 'n') then
-- rollback:     alter table public.clients rename constraint customers_email_not_null to clients_mail_not_null;
-- rollback:   end if;
-- rollback: end $$;
-- rollback:
-- rollback: -- then: supabase migration repair --status reverted 20260101000000
