-- create: +1 foreign table, +1 function, +1 trigger, +1 foreign-data wrapper, +2 servers
--   undo      schemac rollback; marked lines below cannot bring data back
--   compared  nothing with after.sql (1 file), PostgreSQL 17
set lock_timeout = '5s';
set check_function_bodies = off;

-- function public.touch()
create or replace function public.touch() returns trigger
  language plpgsql
  as $$ begin return new; end $$;

-- foreign-data wrapper w
do $$ begin
  if not exists (select from pg_foreign_data_wrapper where fdwname = 'w') then
    create foreign data wrapper w;
  end if;
end $$;

-- server other
create server if not exists other foreign data wrapper w;

-- server s
create server if not exists s foreign data wrapper w;

-- foreign table public.items
create foreign table if not exists public.items (
  id    integer options (column_name 'item_id') not null,
  name  text collate "C" default 'x',
  price numeric check (price > 0)
) server s options (schema_name 'shop', table_name 'it''ems');

-- trigger "touch" of public.items
drop trigger if exists touch on public.items;
create trigger touch before update on public.items
  for each row execute function public.touch();

-- privileges on public.items
grant select on public.items to app_reader;

-- comments on foreign table public.items
comment on foreign table public.items is 'of the shop';
comment on column public.items.name is 'as shown';

-- rollback: set lock_timeout = '5s';
-- rollback:
-- rollback: -- foreign table public.items
-- rollback: drop foreign table if exists public.items;
-- rollback:
-- rollback: -- server other
-- rollback: drop server if exists other;
-- rollback:
-- rollback: -- server s
-- rollback: drop server if exists s;
-- rollback:
-- rollback: -- foreign-data wrapper w
-- rollback: drop foreign data wrapper if exists w;
-- rollback:
-- rollback: -- function public.touch()
-- rollback: drop function if exists public.touch();
-- rollback:
-- rollback: -- then: supabase migration repair --status reverted 20260101000000
