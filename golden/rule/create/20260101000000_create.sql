-- create: +2 tables, +1 function, +1 view, +4 rules
--   undo      schemac rollback; marked lines below cannot bring data back
--   compared  nothing with after.sql (1 file), PostgreSQL 17
set lock_timeout = '5s';
set check_function_bodies = off;

-- function public.label(text)
create or replace function public.label(text) returns text
  language sql immutable
  as $$ select 'label ' || $1 $$;

-- table public.events
create table if not exists public.events (
  id   integer,
  name text
);

-- rules of public.events
create or replace rule "No Delete" as on delete to public.events
  do instead nothing;
create or replace rule silent as on update to public.events
  do also notify events_changed;
alter table public.events disable rule silent;

-- table public.log
create table if not exists public.log (
  msg text,
  n   integer
);

-- rule "log_insert" of public.events
create or replace rule log_insert as on insert to public.events
  where (new.id > 0)
  do also insert into public.log (msg) values (public.label(new.name));
alter table public.events enable always rule log_insert;
comment on rule log_insert on public.events is 'every new one';

-- view public.names
create or replace view public.names as
  select id, name from public.events;

-- rule "change" of public.names
create or replace rule change as on update to public.names
  do instead (
    update public.events set name = new.name where id = old.id;
    insert into public.log values (old.name, 1);
  );

-- rollback: set lock_timeout = '5s';
-- rollback:
-- rollback: -- view public.names
-- rollback: drop view if exists public.names;
-- rollback:
-- rollback: -- table public.events
-- rollback: -- LOST: the rows of public.events
-- rollback: drop table if exists public.events;
-- rollback:
-- rollback: -- table public.log
-- rollback: -- LOST: the rows of public.log
-- rollback: drop table if exists public.log;
-- rollback:
-- rollback: -- function public.label(text)
-- rollback: drop function if exists public.label(text);
-- rollback:
-- rollback: -- then: supabase migration repair --status reverted 20260101000000
