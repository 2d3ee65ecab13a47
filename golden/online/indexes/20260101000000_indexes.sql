-- indexes, file 1 of 7: +1 table, ~2 tables, -1 table, +1 index
--   hazards   data-loss  table public.old is dropped
--   locks     public.old     access exclusive, short
--             public.people  access exclusive, short
--             public.pets    access exclusive, short
--   undo      schemac rollback, last file first; marked lines below cannot bring data back
--   compared  before.sql (1 file) with after.sql (1 file), PostgreSQL 17
set lock_timeout = '5s';

-- indexes of public.people, public.pets, public.names
do $$ begin
  if exists (select from pg_index where indexrelid = to_regclass('public.people_name_idx') and not indisvalid) then
    drop index public.people_name_idx;
  end if;
  if exists (select from pg_index where indexrelid = to_regclass('public."Pets'' 100% chip"') and not indisvalid) then
    drop index public."Pets' 100% chip";
  end if;
  if exists (select from pg_index where indexrelid = to_regclass('public.names_name_idx') and not indisvalid) then
    drop index public.names_name_idx;
  end if;
end $$;

-- table public.old
drop table if exists public.old;

-- table public.people
do $$ begin
  if exists (select from pg_attribute where attrelid = 'public.people'::regclass and attname = 'name' and not attnotnull)
     and not exists (select from pg_constraint where conrelid = 'public.people'::regclass and conname = 'people_name_is_set' and contype = 'c') then
    alter table public.people add constraint people_name_is_set check (name is not null) not valid;
  end if;
end $$;

-- table public.pets
alter table public.pets add column if not exists born date;

-- table public.toys
create table if not exists public.toys (
  id   integer primary key,
  pet  integer,
  name text
);

-- index public.toys_pet_idx
create index if not exists toys_pet_idx on public.toys (pet);

-- rollback: set lock_timeout = '5s';
-- rollback:
-- rollback: -- table public.toys
-- rollback: -- LOST: the rows of public.toys
-- rollback: drop table if exists public.toys;
-- rollback:
-- rollback: -- table public.old
-- rollback: -- LOST: the rows that public.old had do not come back
-- rollback: create table if not exists public.old (
-- rollback:   a integer
-- rollback: );
-- rollback:
-- rollback: -- index public.old_a_idx
-- rollback: create index if not exists old_a_idx on public.old (a);
-- rollback:
-- rollback: -- table public.people
-- rollback: alter table public.people drop constraint if exists people_name_is_set;
-- rollback:
-- rollback: -- table public.pets
-- rollback: -- LOST: the values of public.pets.born
-- rollback: alter table public.pets drop column if exists born;
-- rollback:
-- rollback: -- then: supabase migration repair --status reverted 20260101000000
