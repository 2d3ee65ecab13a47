-- constraints, file 1 of 2: +2 tables, ~1 table
--   locks     public.people  share row exclusive, short
--             public.pets    access exclusive, short
--   undo      schemac rollback, last file first; marked lines below cannot bring data back
--   compared  before.sql (1 file) with after.sql (1 file), PostgreSQL 17
set lock_timeout = '5s';

-- table public.pets
alter table public.pets add column if not exists toy integer;
do $$ begin
  if not exists (select from pg_constraint where conrelid = 'public.pets'::regclass and conname = 'pets_name_check' and contype = 'c') then
    alter table public.pets add constraint pets_name_check check (name <> '') not valid;
  end if;
  if not exists (select from pg_constraint where conrelid = 'public.pets'::regclass and conname = 'pets_owner' and contype = 'f') then
    alter table public.pets add constraint pets_owner foreign key (owner) references public.people (id) on delete cascade not valid;
  end if;
  if not exists (select from pg_constraint where conrelid = 'public.pets'::regclass and conname = 'pets_parent_fkey' and contype = 'f') then
    alter table public.pets add constraint pets_parent_fkey foreign key (parent) references public.pets (id) not valid;
  end if;
end $$;
comment on constraint pets_owner on public.pets is 'whose it is';

-- table public.toys
create table if not exists public.toys (
  id  integer primary key,
  pet integer
);

-- table public.pets
do $$ begin
  if not exists (select from pg_constraint where conrelid = 'public.pets'::regclass and conname = 'pets_toy_fkey' and contype = 'f') then
    alter table public.pets add constraint pets_toy_fkey foreign key (toy) references public.toys (id) not valid;
  end if;
end $$;

-- table public.visits
create table if not exists public.visits (
  pet integer references public.pets (id),
  day date check (day > '2000-01-01')
);

-- rollback: set lock_timeout = '5s';
-- rollback:
-- rollback: -- table public.visits
-- rollback: -- LOST: the rows of public.visits
-- rollback: drop table if exists public.visits;
-- rollback:
-- rollback: -- table public.pets
-- rollback: alter table public.pets
-- rollback:   drop constraint if exists pets_owner,
-- rollback:   drop constraint if exists pets_parent_fkey,
-- rollback:   drop constraint if exists pets_toy_fkey,
-- rollback:   drop constraint if exists pets_name_check;
-- rollback: -- LOST: the values of public.pets.toy
-- rollback: alter table public.pets drop column if exists toy;
-- rollback:
-- rollback: -- table public.toys
-- rollback: -- LOST: the rows of public.toys
-- rollback: drop table if exists public.toys;
-- rollback:
-- rollback: -- then: supabase migration repair --status reverted 20260101000000
