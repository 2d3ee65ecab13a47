-- alter: ~1 foreign table
--   hazards   breaks-clients  column public.items.id changes from integer to bigint
--   locks     public.items  access exclusive, short
--   undo      schemac rollback; marked lines below cannot bring data back
--   compared  before.sql (1 file) with after.sql (1 file), PostgreSQL 17
set lock_timeout = '5s';

-- foreign table public.items
alter foreign table public.items drop column if exists old;
do $$ begin
  if not exists (select from information_schema.foreign_table_options where foreign_table_schema = 'public' and foreign_table_name = 'items' and option_name = 'table_name') then
    alter foreign table public.items options (set schema_name 'stock', add table_name 'items', drop gone);
  end if;
  if exists (select from pg_attribute where attrelid = 'public.items'::regclass and attname = 'id' and atttypid <> 'bigint'::regtype) then
    alter foreign table public.items alter column id type bigint;
  end if;
end $$;
alter foreign table public.items alter column id set not null;
do $$ begin
  if exists (select from information_schema.column_options where table_schema = 'public' and table_name = 'items' and column_name = 'id' and option_name = 'gone') then
    alter foreign table public.items alter column id options (set column_name 'number', drop gone);
  end if;
  if not exists (select from information_schema.column_options where table_schema = 'public' and table_name = 'items' and column_name = 'name' and option_name = 'column_name') then
    alter foreign table public.items alter column name options (add column_name 'title');
  end if;
end $$;
alter foreign table public.items
  add column if not exists fresh text options (column_name 'f'),
  alter column name set default 'none';
do $$ begin
  if not exists (select from pg_constraint where conrelid = 'public.items'::regclass and conname = 'items_id_check' and contype = 'c') then
    alter foreign table public.items add constraint items_id_check check (id > 0);
  end if;
end $$;

-- rollback: set lock_timeout = '5s';
-- rollback:
-- rollback: -- foreign table public.items
-- rollback: alter foreign table public.items
-- rollback:   drop constraint if exists items_id_check,
-- rollback:   alter column name drop default,
-- rollback:   drop column if exists fresh;
-- rollback: do $$ begin
-- rollback:   if not exists (select from information_schema.foreign_table_options where foreign_table_schema = 'public' and foreign_table_name = 'items' and option_name = 'gone') then
-- rollback:     alter foreign table public.items options (set schema_name 'shop', add gone 'x', drop table_name);
-- rollback:   end if;
-- rollback:   if exists (select from pg_attribute where attrelid = 'public.items'::regclass and attname = 'id' and atttypid <> 'integer'::regtype) then
-- rollback:     alter foreign table public.items alter column id type integer;
-- rollback:   end if;
-- rollback: end $$;
-- rollback: alter foreign table public.items alter column id drop not null;
-- rollback: do $$ begin
-- rollback:   if not exists (select from information_schema.column_options where table_schema = 'public' and table_name = 'items' and column_name = 'id' and option_name = 'gone') then
-- rollback:     alter foreign table public.items alter column id options (set column_name 'item_id', add gone 'x');
-- rollback:   end if;
-- rollback:   if exists (select from information_schema.column_options where table_schema = 'public' and table_name = 'items' and column_name = 'name' and option_name = 'column_name') then
-- rollback:     alter foreign table public.items alter column name options (drop column_name);
-- rollback:   end if;
-- rollback: end $$;
-- rollback: alter foreign table public.items add column if not exists old text;
-- rollback:
-- rollback: -- then: supabase migration repair --status reverted 20260101000000
