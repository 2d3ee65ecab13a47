-- swapped_under_columns: ~1 view, ~1 domain
--   hazards   rewrite  table public.t is written anew, neither read nor written by others, while domain public.code is altered
--   locks     public.t  access exclusive, for the length of a rewrite
--   undo      schemac rollback; marked lines below cannot bring data back
--   compared  before.sql (1 file) with after.sql (1 file), PostgreSQL 17
set lock_timeout = '5s';

-- view public.v
drop view if exists public.v;

-- domain public.code
do $$ begin
  if exists (select from pg_type where oid = 'public.code'::regtype and format_type(typbasetype, typtypmod) <> 'text') then
    alter domain public.code rename to code__old;
    create domain public.code as text constraint code_check check (value <> '');
    comment on domain public.code is 'a code';
    alter table public.t
      alter column c drop default,
      alter column c type public.code using c::text::public.code,
      alter column c set default 'x',
      alter column many type public.code[] using many::text[]::public.code[];
    alter domain public.short rename to short__old;
    create domain public.short as public.code;
    alter table public.t
      alter column s type public.short using s::text::public.short;
    drop domain public.short__old;
    drop domain public.code__old;
  end if;
end $$;

-- view public.v
create or replace view public.v as
  select c from public.t;

-- rollback: set lock_timeout = '5s';
-- rollback:
-- rollback: -- view public.v
-- rollback: drop view if exists public.v;
-- rollback:
-- rollback: -- domain public.code
-- rollback: do $$ begin
-- rollback:   if exists (select from pg_type where oid = 'public.code'::regtype and format_type(typbasetype, typtypmod) <> 'character varying(10)') then
-- rollback:     alter domain public.code rename to code__old;
-- rollback:     create domain public.code as varchar(10) constraint code_check check (value <> '');
-- rollback:     comment on domain public.code is 'a code';
-- rollback:     alter table public.t
-- rollback:       alter column c drop default,
-- rollback:       alter column c type public.code using c::text::varchar,
-- rollback:       alter column c set default 'x',
-- rollback:       alter column many type public.code[] using many::text[]::varchar[];
-- rollback:     alter domain public.short rename to short__old;
-- rollback:     create domain public.short as public.code;
-- rollback:     alter table public.t
-- rollback:       alter column s type public.short using s::text::varchar;
-- rollback:     drop domain public.short__old;
-- rollback:     drop domain public.code__old;
-- rollback:   end if;
-- rollback: end $$;
-- rollback:
-- rollback: -- view public.v
-- rollback: create or replace view public.v as
-- rollback:   select c from public.t;
-- rollback:
-- rollback: -- then: supabase migration repair --status reverted 20260101000000
