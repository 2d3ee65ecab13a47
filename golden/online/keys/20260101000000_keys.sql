-- keys, file 1 of 7: ~2 tables
--   hazards   may-fail     constraint "pets_Room_excl" of public.pets may be violated by existing rows
--             locks-reads  table public.pets is read through, neither read nor written by others, while constraint "pets_Room_excl" of public.pets is made
--   locks     public.people  access exclusive, short
--             public.pets    access exclusive, while it is read through
--   undo      schemac rollback, last file first; marked lines below cannot bring data back
--   compared  before.sql (1 file) with after.sql (1 file), PostgreSQL 17
set lock_timeout = '5s';

-- indexes of public.people, public.pets
do $$ begin
  if exists (select from pg_index where indexrelid = to_regclass('public.people_code_key') and not indisvalid) then
    drop index public.people_code_key;
  end if;
  if exists (select from pg_index where indexrelid = to_regclass('public.people_mail') and not indisvalid) then
    drop index public.people_mail;
  end if;
  if exists (select from pg_index where indexrelid = to_regclass('public.people_pkey') and not indisvalid) then
    drop index public.people_pkey;
  end if;
  if exists (select from pg_index where indexrelid = to_regclass('public."One in a Room"') and not indisvalid) then
    drop index public."One in a Room";
  end if;
end $$;

-- table public.people
do $$ begin
  if exists (select from pg_attribute where attrelid = 'public.people'::regclass and attname = 'id' and not attnotnull)
     and not exists (select from pg_constraint where conrelid = 'public.people'::regclass and conname = 'people_id_is_set' and contype = 'c') then
    alter table public.people add constraint people_id_is_set check (id is not null) not valid;
  end if;
end $$;

-- table public.pets
do $$ begin
  if not exists (select from pg_constraint where conrelid = 'public.pets'::regclass and conname = 'pets_Room_excl' and contype = 'x') then
    alter table public.pets add constraint "pets_Room_excl" exclude using btree ("Room" with =);
  end if;
end $$;

-- rollback: set lock_timeout = '5s';
-- rollback:
-- rollback: -- table public.people
-- rollback: alter table public.people drop constraint if exists people_id_is_set;
-- rollback:
-- rollback: -- table public.pets
-- rollback: alter table public.pets drop constraint if exists "pets_Room_excl";
-- rollback:
-- rollback: -- then: supabase migration repair --status reverted 20260101000000
