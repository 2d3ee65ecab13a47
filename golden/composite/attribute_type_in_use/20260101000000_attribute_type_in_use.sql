-- attribute_type_in_use: ~1 view, ~1 composite type
--   hazards   rewrite  table public.t is written anew, neither read nor written by others, while attribute public.place.number is altered
--   locks     public.t  access exclusive, for the length of a rewrite
--   undo      schemac rollback; marked lines below cannot bring data back
--   compared  before.sql (1 file) with after.sql (1 file), PostgreSQL 17
set lock_timeout = '5s';

-- view public.v
drop view if exists public.v;

-- composite type public.place
do $$ begin
  if exists (select from pg_attribute where attrelid = 'public.place'::regclass and attname = 'number' and atttypid <> 'bigint'::regtype) then
    alter type public.place rename to place__old;
    create type public.place as (
      street text,
      number bigint,
      town text
    );
    alter table public.t
      alter column p type public.place using case when p is not null or p::text is not null then row((p).street, (p).number::text::bigint, null)::public.place end;
    drop type public.place__old;
  end if;
  if not exists (select from pg_attribute where attrelid = 'public.place'::regclass and attname = 'town' and not attisdropped) then
    alter type public.place add attribute town text cascade;
  end if;
end $$;

-- view public.v
create or replace view public.v as
  select p from public.t;

-- rollback: set lock_timeout = '5s';
-- rollback:
-- rollback: -- view public.v
-- rollback: drop view if exists public.v;
-- rollback:
-- rollback: -- composite type public.place
-- rollback: alter type public.place drop attribute if exists town cascade;
-- rollback: do $$ begin
-- rollback:   if exists (select from pg_attribute where attrelid = 'public.place'::regclass and attname = 'number' and atttypid <> 'integer'::regtype) then
-- rollback:     alter type public.place rename to place__old;
-- rollback:     create type public.place as (
-- rollback:       street text,
-- rollback:       number integer
-- rollback:     );
-- rollback:     alter table public.t
-- rollback:       alter column p type public.place using case when p is not null or p::text is not null then row((p).street, (p).number::text::integer)::public.place end;
-- rollback:     drop type public.place__old;
-- rollback:   end if;
-- rollback: end $$;
-- rollback:
-- rollback: -- view public.v
-- rollback: create or replace view public.v as
-- rollback:   select p from public.t;
-- rollback:
-- rollback: -- then: supabase migration repair --status reverted 20260101000000
