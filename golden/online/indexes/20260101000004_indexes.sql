-- indexes, file 5 of 7: ~1 table
--   hazards   may-fail  column public.people.name becomes NOT NULL: fails where a row has none
--             scan      table public.people is read through while column public.people.name is altered
--   locks     public.people  access exclusive, short, after share update exclusive while it is read through
set lock_timeout = '5s';

-- indexes of public.people, public.pets, public.names
do $$ begin
  if not exists (select from pg_index where indexrelid = to_regclass('public.people_name_idx') and indisvalid) then
    raise exception 'index public.people_name_idx is missing or invalid: its build failed'
      using hint = 'drop index concurrently if exists public.people_name_idx; then supabase migration repair --status reverted 20260101000001 and push again';
  end if;
  if not exists (select from pg_index where indexrelid = to_regclass('public."Pets'' 100% chip"') and indisvalid) then
    raise exception 'index public."Pets'' 100%% chip" is missing or invalid: its build failed'
      using hint = 'drop index concurrently if exists public."Pets'' 100% chip"; then supabase migration repair --status reverted 20260101000002 and push again';
  end if;
  if not exists (select from pg_index where indexrelid = to_regclass('public.names_name_idx') and indisvalid) then
    raise exception 'index public.names_name_idx is missing or invalid: its build failed'
      using hint = 'drop index concurrently if exists public.names_name_idx; then supabase migration repair --status reverted 20260101000003 and push again';
  end if;
end $$;

-- table public.people
do $$ begin
  if exists (select from pg_attribute where attrelid = 'public.people'::regclass and attname = 'name' and not attnotnull) then
    if not exists (select from pg_constraint where conrelid = 'public.people'::regclass and conname = 'people_name_is_set' and contype = 'c') then
      alter table public.people add constraint people_name_is_set check (name is not null) not valid;
    end if;
    alter table public.people validate constraint people_name_is_set;
  end if;
end $$;
alter table public.people alter column name set not null;
alter table public.people drop constraint if exists people_name_is_set;
alter table public.people cluster on people_name_idx;

-- comments on index public."Pets' 100% chip"
comment on index public."Pets' 100% chip" is 'one each';

-- rollback: set lock_timeout = '5s';
-- rollback:
-- rollback: -- table public.people
-- rollback: alter table public.people set without cluster;
-- rollback: alter table public.people alter column name drop not null;
-- rollback:
-- rollback: -- comments on index public."Pets' 100% chip"
-- rollback: comment on index public."Pets' 100% chip" is null;
-- rollback:
-- rollback: -- then: supabase migration repair --status reverted 20260101000004
