-- replace_table_by_view: +1 table, -1 table, +1 view
--   hazards   data-loss  table public.thing is dropped
--   locks     public.thing  access exclusive, short
--   undo      schemac rollback; marked lines below cannot bring data back
--   compared  before.sql (1 file) with after.sql (1 file), PostgreSQL 17
set lock_timeout = '5s';

-- table public.thing
do $$ begin
  if exists (select from pg_class where oid = to_regclass('public.thing') and relkind = 'r') then
    drop table if exists public.thing;
  end if;
end $$;

-- table public.thing_data
create table if not exists public.thing_data (
  id integer primary key
);

-- view public.thing
create or replace view public.thing as
  select id from public.thing_data;

-- rollback: set lock_timeout = '5s';
-- rollback:
-- rollback: -- view public.thing
-- rollback: do $$ begin
-- rollback:   if exists (select from pg_class where oid = to_regclass('public.thing') and relkind = 'v') then
-- rollback:     drop view if exists public.thing;
-- rollback:   end if;
-- rollback: end $$;
-- rollback:
-- rollback: -- table public.thing_data
-- rollback: -- LOST: the rows of public.thing_data
-- rollback: drop table if exists public.thing_data;
-- rollback:
-- rollback: -- table public.thing
-- rollback: -- LOST: the rows that public.thing had do not come back
-- rollback: create table if not exists public.thing (
-- rollback:   id integer primary key
-- rollback: );
-- rollback:
-- rollback: -- then: supabase migration repair --status reverted 20260101000000
