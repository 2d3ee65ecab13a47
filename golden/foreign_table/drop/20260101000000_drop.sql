-- drop: -1 foreign table, -1 function
--   hazards   breaks-clients  table public.items is dropped
--             breaks-clients  function public.touch() is dropped
--   locks     public.items  access exclusive, short
--   undo      schemac rollback; marked lines below cannot bring data back
--   compared  before.sql (1 file) with after.sql (1 file), PostgreSQL 17
set lock_timeout = '5s';

-- foreign table public.items
drop foreign table if exists public.items;

-- function public.touch()
drop function if exists public.touch();

-- rollback: set lock_timeout = '5s';
-- rollback: set check_function_bodies = off;
-- rollback:
-- rollback: -- function public.touch()
-- rollback: create or replace function public.touch() returns trigger
-- rollback:   language plpgsql
-- rollback:   as $$ begin return new; end $$;
-- rollback:
-- rollback: -- foreign table public.items
-- rollback: create foreign table if not exists public.items (
-- rollback:   id    integer options (column_name 'item_id') not null,
-- rollback:   name  text collate "C" default 'x',
-- rollback:   price numeric check (price > 0)
-- rollback: ) server s options (schema_name 'shop', table_name 'it''ems');
-- rollback:
-- rollback: -- trigger "touch" of public.items
-- rollback: drop trigger if exists touch on public.items;
-- rollback: create trigger touch before update on public.items
-- rollback:   for each row execute function public.touch();
-- rollback:
-- rollback: -- privileges on public.items
-- rollback: grant select on public.items to app_reader;
-- rollback:
-- rollback: -- comments on foreign table public.items
-- rollback: comment on foreign table public.items is 'of the shop';
-- rollback: comment on column public.items.name is 'as shown';
-- rollback:
-- rollback: -- then: supabase migration repair --status reverted 20260101000000
