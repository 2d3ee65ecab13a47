-- another_server: ~1 foreign table, ~1 view
--   locks     public.items  access exclusive, short
--   undo      schemac rollback; marked lines below cannot bring data back
--   compared  before.sql (1 file) with after.sql (1 file), PostgreSQL 17
set lock_timeout = '5s';

-- view public.ids
drop view if exists public.ids;

-- foreign table public.items
do $$ begin
  if exists (select from information_schema.foreign_tables where foreign_table_schema = 'public' and foreign_table_name = 'items' and foreign_server_name = 's') then
    drop foreign table if exists public.items;
  end if;
end $$;
create foreign table if not exists public.items (
  id integer
) server other options (a 'b');

-- view public.ids
create or replace view public.ids as
  select id from public.items;

-- rollback: set lock_timeout = '5s';
-- rollback:
-- rollback: -- view public.ids
-- rollback: drop view if exists public.ids;
-- rollback:
-- rollback: -- foreign table public.items
-- rollback: do $$ begin
-- rollback:   if exists (select from information_schema.foreign_tables where foreign_table_schema = 'public' and foreign_table_name = 'items' and foreign_server_name = 'other') then
-- rollback:     drop foreign table if exists public.items;
-- rollback:   end if;
-- rollback: end $$;
-- rollback: create foreign table if not exists public.items (
-- rollback:   id integer
-- rollback: ) server s options (a 'b');
-- rollback:
-- rollback: -- view public.ids
-- rollback: create or replace view public.ids as
-- rollback:   select id from public.items;
-- rollback:
-- rollback: -- then: supabase migration repair --status reverted 20260101000000
