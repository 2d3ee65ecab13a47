-- another_wrapper: ~1 foreign table, ~1 view, ~1 server, ~1 user mapping
--   locks     public.items  access exclusive, short
--   undo      schemac rollback; marked lines below cannot bring data back
--   compared  before.sql (1 file) with after.sql (1 file), PostgreSQL 17
set lock_timeout = '5s';

-- view public.item_ids
drop view if exists public.item_ids;

-- foreign table public.items
drop foreign table if exists public.items;

-- user mapping of PUBLIC on server s
drop user mapping if exists for public server s;

-- server s
drop server if exists s;
create server if not exists s foreign data wrapper two;

-- user mapping of PUBLIC on server s
create user mapping if not exists for public server s
  options ("user" 'reader');

-- foreign table public.items
create foreign table if not exists public.items (
  id integer
) server s;

-- view public.item_ids
create or replace view public.item_ids as
  select id from public.items;

-- rollback: set lock_timeout = '5s';
-- rollback:
-- rollback: -- view public.item_ids
-- rollback: drop view if exists public.item_ids;
-- rollback:
-- rollback: -- foreign table public.items
-- rollback: drop foreign table if exists public.items;
-- rollback:
-- rollback: -- user mapping of PUBLIC on server s
-- rollback: drop user mapping if exists for public server s;
-- rollback:
-- rollback: -- server s
-- rollback: drop server if exists s;
-- rollback: create server if not exists s foreign data wrapper one;
-- rollback:
-- rollback: -- user mapping of PUBLIC on server s
-- rollback: create user mapping if not exists for public server s
-- rollback:   options ("user" 'reader');
-- rollback:
-- rollback: -- foreign table public.items
-- rollback: create foreign table if not exists public.items (
-- rollback:   id integer
-- rollback: ) server s;
-- rollback:
-- rollback: -- view public.item_ids
-- rollback: create or replace view public.item_ids as
-- rollback:   select id from public.items;
-- rollback:
-- rollback: -- then: supabase migration repair --status reverted 20260101000000
