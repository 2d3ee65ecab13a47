-- keys, file 6 of 7: ~2 tables
--   hazards   may-fail  column public.people.id becomes NOT NULL: fails where a row has none
--             scan      table public.people is read through while column public.people.id is altered
--   locks     public.people  access exclusive, short, after share update exclusive while it is read through
--             public.pets    access exclusive, short
set lock_timeout = '5s';

-- indexes of public.people, public.pets
do $$ begin
  if exists (select from pg_index where indexrelid = to_regclass('public.people_code_key') and not indisvalid) then
    raise exception 'index public.people_code_key is invalid: its build failed'
      using hint = 'drop index concurrently if exists public.people_code_key; then supabase migration repair --status reverted 20260101000001 and push again';
  end if;
  if exists (select from pg_index where indexrelid = to_regclass('public.people_mail') and not indisvalid) then
    raise exception 'index public.people_mail is invalid: its build failed'
      using hint = 'drop index concurrently if exists public.people_mail; then supabase migration repair --status reverted 20260101000002 and push again';
  end if;
  if exists (select from pg_index where indexrelid = to_regclass('public.people_pkey') and not indisvalid) then
    raise exception 'index public.people_pkey is invalid: its build failed'
      using hint = 'drop index concurrently if exists public.people_pkey; then supabase migration repair --status reverted 20260101000003 and push again';
  end if;
  if exists (select from pg_index where indexrelid = to_regclass('public."One in a Room"') and not indisvalid) then
    raise exception 'index public."One in a Room" is invalid: its build failed'
      using hint = 'drop index concurrently if exists public."One in a Room"; then supabase migration repair --status reverted 20260101000004 and push again';
  end if;
end $$;

-- table public.people
do $$ begin
  if exists (select from pg_attribute where attrelid = 'public.people'::regclass and attname = 'id' and not attnotnull) then
    if not exists (select from pg_constraint where conrelid = 'public.people'::regclass and conname = 'people_id_is_set' and contype = 'c') then
      alter table public.people add constraint people_id_is_set check (id is not null) not valid;
    end if;
    alter table public.people validate constraint people_id_is_set;
  end if;
end $$;
alter table public.people alter column id set not null;
alter table public.people drop constraint if exists people_id_is_set;
do $$ begin
  if not exists (select from pg_constraint where conrelid = 'public.people'::regclass and conname = 'people_code_key' and contype = 'u')
     and to_regclass('public.people_code_key') is not null then
    alter table public.people add constraint people_code_key unique using index people_code_key;
  end if;
  if not exists (select from pg_constraint where conrelid = 'public.people'::regclass and conname = 'people_code_key' and contype = 'u') then
    -- after a rollback of this file alone, which takes the index away with the constraint
    alter table public.people add constraint people_code_key unique (code) include (mail) with (fillfactor = 90);
  end if;
  if not exists (select from pg_constraint where conrelid = 'public.people'::regclass and conname = 'people_mail' and contype = 'u')
     and to_regclass('public.people_mail') is not null then
    alter table public.people add constraint people_mail unique using index people_mail deferrable initially deferred;
  end if;
  if not exists (select from pg_constraint where conrelid = 'public.people'::regclass and conname = 'people_mail' and contype = 'u') then
    -- after a rollback of this file alone, which takes the index away with the constraint
    alter table public.people add constraint people_mail unique (mail) deferrable initially deferred;
  end if;
  if not exists (select from pg_constraint where conrelid = 'public.people'::regclass and conname = 'people_pkey' and contype = 'p')
     and to_regclass('public.people_pkey') is not null then
    alter table public.people add constraint people_pkey primary key using index people_pkey;
  end if;
  if not exists (select from pg_constraint where conrelid = 'public.people'::regclass and conname = 'people_pkey' and contype = 'p') then
    -- after a rollback of this file alone, which takes the index away with the constraint
    alter table public.people add constraint people_pkey primary key (id);
  end if;
end $$;
comment on constraint people_mail on public.people is 'checked at the end';

-- table public.pets
do $$ begin
  if not exists (select from pg_constraint where conrelid = 'public.pets'::regclass and conname = 'One in a Room' and contype = 'u')
     and to_regclass('public."One in a Room"') is not null then
    alter table public.pets add constraint "One in a Room" unique using index "One in a Room";
  end if;
  if not exists (select from pg_constraint where conrelid = 'public.pets'::regclass and conname = 'One in a Room' and contype = 'u') then
    -- after a rollback of this file alone, which takes the index away with the constraint
    alter table public.pets add constraint "One in a Room" unique (name, "Room");
  end if;
  if not exists (select from pg_constraint where conrelid = 'public.pets'::regclass and conname = 'pets_owner_code_fkey' and contype = 'f') then
    alter table public.pets add constraint pets_owner_code_fkey foreign key (owner_code) references public.people (code) not valid;
  end if;
end $$;

-- rollback: set lock_timeout = '5s';
-- rollback:
-- rollback: -- table public.people
-- rollback: alter table public.people
-- rollback:   drop constraint if exists people_mail,
-- rollback:   drop constraint if exists people_pkey,
-- rollback:   alter column id drop not null;
-- rollback:
-- rollback: -- table public.pets
-- rollback: alter table public.pets
-- rollback:   drop constraint if exists pets_owner_code_fkey,
-- rollback:   drop constraint if exists "One in a Room";
-- rollback:
-- rollback: -- table public.people
-- rollback: alter table public.people drop constraint if exists people_code_key;
-- rollback:
-- rollback: -- then: supabase migration repair --status reverted 20260101000005
