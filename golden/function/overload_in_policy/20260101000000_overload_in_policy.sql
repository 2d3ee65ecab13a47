-- overload_in_policy: ~1 policy, +1 function, -1 function, ~1 view
--   hazards   breaks-clients  function public.may_read(uuid, text) is dropped
--   locks     public.documents  access exclusive, short
--   undo      schemac rollback; marked lines below cannot bring data back
--   compared  before.sql (1 file) with after.sql (1 file), PostgreSQL 17
set lock_timeout = '5s';
set check_function_bodies = off;

-- view public.readable
drop view if exists public.readable;

-- policy "readers" of public.documents
drop policy if exists readers on public.documents;

-- function public.may_read(uuid, text)
drop function if exists public.may_read(uuid, text);

-- function public.may_read(uuid, text, text)
create or replace function public.may_read(document uuid, role text, tenant text default 'none') returns boolean
  language plpgsql
  as $$ begin return true; end $$;

-- policy "readers" of public.documents
drop policy if exists readers on public.documents;
create policy readers on public.documents for select using (public.may_read(id, role));

-- view public.readable
create or replace view public.readable as
  select id from public.documents where public.may_read(id, role);

-- rollback: set lock_timeout = '5s';
-- rollback: set check_function_bodies = off;
-- rollback:
-- rollback: -- view public.readable
-- rollback: drop view if exists public.readable;
-- rollback:
-- rollback: -- policy "readers" of public.documents
-- rollback: drop policy if exists readers on public.documents;
-- rollback:
-- rollback: -- function public.may_read(uuid, text, text)
-- rollback: drop function if exists public.may_read(uuid, text, text);
-- rollback:
-- rollback: -- function public.may_read(uuid, text)
-- rollback: create or replace function public.may_read(document uuid, role text) returns boolean
-- rollback:   language plpgsql
-- rollback:   as $$ begin return true; end $$;
-- rollback:
-- rollback: -- policy "readers" of public.documents
-- rollback: drop policy if exists readers on public.documents;
-- rollback: create policy readers on public.documents for select using (public.may_read(id, role));
-- rollback:
-- rollback: -- view public.readable
-- rollback: create or replace view public.readable as
-- rollback:   select id from public.documents where public.may_read(id, role);
-- rollback:
-- rollback: -- then: supabase migration repair --status reverted 20260101000000
