-- rebuild: ~1 table, ~1 function, ~1 rule
--   hazards   may-fail        column public.events.name goes from text to character varying(20): every value must convert
--             breaks-clients  column public.events.name changes from text to character varying(20)
--             rewrite         table public.events is written anew, neither read nor written by others, while column public.events.name is altered
--   locks     public.events  access exclusive, for the length of a rewrite
--   undo      schemac rollback; marked lines below cannot bring data back
--   compared  before.sql (1 file) with after.sql (1 file), PostgreSQL 17
set lock_timeout = '5s';
set check_function_bodies = off;

-- rule "log_insert" of public.events
drop rule if exists log_insert on public.events;

-- table public.events
do $$ begin
  if exists (select from pg_attribute where attrelid = 'public.events'::regclass and attname = 'name' and format_type(atttypid, atttypmod) <> 'character varying(20)') then
    alter table public.events alter column name type varchar(20);
  end if;
end $$;

-- function public.label(text)
drop function if exists public.label(text);
create or replace function public.label(text) returns varchar
  language sql immutable
  as $$ select 'label ' || $1 $$;

-- rule "log_insert" of public.events
create or replace rule log_insert as on insert to public.events
  do also insert into public.log (msg) values (public.label(new.name));
alter table public.events enable always rule log_insert;
comment on rule log_insert on public.events is 'every new one';

-- rollback: set lock_timeout = '5s';
-- rollback: set check_function_bodies = off;
-- rollback:
-- rollback: -- rule "log_insert" of public.events
-- rollback: drop rule if exists log_insert on public.events;
-- rollback:
-- rollback: -- table public.events
-- rollback: do $$ begin
-- rollback:   if exists (select from pg_attribute where attrelid = 'public.events'::regclass and attname = 'name' and format_type(atttypid, atttypmod) <> 'text') then
-- rollback:     alter table public.events alter column name type text;
-- rollback:   end if;
-- rollback: end $$;
-- rollback:
-- rollback: -- function public.label(text)
-- rollback: drop function if exists public.label(text);
-- rollback: create or replace function public.label(text) returns text
-- rollback:   language sql immutable
-- rollback:   as $$ select 'label ' || $1 $$;
-- rollback:
-- rollback: -- rule "log_insert" of public.events
-- rollback: create or replace rule log_insert as on insert to public.events
-- rollback:   do also insert into public.log (msg) values (public.label(new.name));
-- rollback: alter table public.events enable always rule log_insert;
-- rollback: comment on rule log_insert on public.events is 'every new one';
-- rollback:
-- rollback: -- then: supabase migration repair --status reverted 20260101000000
