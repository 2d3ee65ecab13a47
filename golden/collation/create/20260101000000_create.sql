-- create: +1 table, +1 view, +1 index, +1 domain, +1 composite type, +1 range type, +4 collations
--   undo      schemac rollback; marked lines below cannot bring data back
--   compared  nothing with after.sql (1 file), PostgreSQL 17
set lock_timeout = '5s';

-- collation public.any_case
create collation if not exists public.any_case (provider = icu, locale = 'und-u-ks-level2', deterministic = false);
comment on collation public.any_case is 'letters without their case';

-- collation public.copied
create collation if not exists public.copied (locale = 'C');

-- collation public.mixed
create collation if not exists public.mixed (lc_collate = 'C', lc_ctype = 'POSIX');

-- collation public.plain
create collation if not exists public.plain (locale = 'C');

-- range type public.words
do $$ begin
  if to_regtype('public.words') is null then
    create type public.words as range (subtype = text, collation = public.plain);
  end if;
end $$;

-- composite type public.pair
do $$ begin
  if to_regtype('public.pair') is null then
    create type public.pair as (
      a text collate public.plain,
      b text
    );
  end if;
end $$;

-- domain public.label
do $$ begin
  if to_regtype('public.label') is null then
    create domain public.label as text collate public.any_case;
  end if;
end $$;

-- table public.people
create table if not exists public.people (
  name text collate public.any_case not null check (name < 'z' collate public.plain),
  code text collate public.plain primary key
);

-- index public.people_name
create index if not exists people_name on public.people (name collate public.plain, lower(code));

-- view public.sorted
create or replace view public.sorted as
  select name from public.people order by name collate public.plain;

-- rollback: set lock_timeout = '5s';
-- rollback:
-- rollback: -- view public.sorted
-- rollback: drop view if exists public.sorted;
-- rollback:
-- rollback: -- table public.people
-- rollback: -- LOST: the rows of public.people
-- rollback: drop table if exists public.people;
-- rollback:
-- rollback: -- domain public.label
-- rollback: drop domain if exists public.label;
-- rollback:
-- rollback: -- composite type public.pair
-- rollback: drop type if exists public.pair;
-- rollback:
-- rollback: -- range type public.words
-- rollback: drop type if exists public.words;
-- rollback:
-- rollback: -- collation public.any_case
-- rollback: drop collation if exists public.any_case;
-- rollback:
-- rollback: -- collation public.copied
-- rollback: drop collation if exists public.copied;
-- rollback:
-- rollback: -- collation public.mixed
-- rollback: drop collation if exists public.mixed;
-- rollback:
-- rollback: -- collation public.plain
-- rollback: drop collation if exists public.plain;
-- rollback:
-- rollback: -- then: supabase migration repair --status reverted 20260101000000
