-- proposed: +1 table, ~1 table, -1 table, +1 enum, -1 enum
--   hazards   data-loss       table public.people is dropped
--             data-loss       column public.t.title is dropped
--             breaks-clients  type public.mood is dropped
--   locks     public.people  access exclusive, short
--             public.t       access exclusive, short
--   undo      schemac rollback; marked lines below cannot bring data back
--   compared  before.sql (1 file) with after.sql (1 file), PostgreSQL 17
set lock_timeout = '5s';

-- table public.people
drop table if exists public.people;

-- enum public.mood
drop type if exists public.mood;

-- enum public.feeling
do $$ begin
  if to_regtype('public.feeling') is null then
    create type public.feeling as enum ('a', 'b');
  end if;
end $$;

-- table public.persons
create table if not exists public.persons (
  id   integer primary key,
  name text
);

-- table public.t
alter table public.t
  drop column if exists title,
  add column if not exists name text;

-- rollback: set lock_timeout = '5s';
-- rollback:
-- rollback: -- table public.persons
-- rollback: -- LOST: the rows of public.persons
-- rollback: drop table if exists public.persons;
-- rollback:
-- rollback: -- enum public.feeling
-- rollback: drop type if exists public.feeling;
-- rollback:
-- rollback: -- enum public.mood
-- rollback: do $$ begin
-- rollback:   if to_regtype('public.mood') is null then
-- rollback:     create type public.mood as enum ('a', 'b');
-- rollback:   end if;
-- rollback: end $$;
-- rollback:
-- rollback: -- table public.people
-- rollback: -- LOST: the rows that public.people had do not come back
-- rollback: create table if not exists public.people (
-- rollback:   id   integer primary key,
-- rollback:   name text
-- rollback: );
-- rollback:
-- rollback: -- table public.t
-- rollback: -- LOST: the values of public.t.name
-- rollback: alter table public.t drop column if exists name;
-- rollback: -- LOST: the values that public.t.title had do not come back
-- rollback: alter table public.t add column if not exists title text;
-- rollback:
-- rollback: -- then: supabase migration repair --status reverted 20260101000000
