-- table: ~1 table, ~1 index, ~1 sequence
--   hazards   breaks-clients  table public.persons was called people
--   locks     public.persons  access exclusive, short
--   undo      schemac rollback; marked lines below cannot bring data back
--   compared  before.sql (1 file) with after.sql (1 file), PostgreSQL 17
set lock_timeout = '5s';

-- table public.persons
do $$ begin
  if to_regclass('public.people') is not null
     and to_regclass('public.persons') is null then
    alter table public.people rename to persons;
  end if;
end $$;

-- sequence public.persons_id_seq
do $$ begin
  if to_regclass('public.people_id_seq') is not null
     and to_regclass('public.persons_id_seq') is null then
    alter sequence public.people_id_seq rename to persons_id_seq;
  end if;
end $$;

-- table public.persons
alter table public.persons add column if not exists age integer;
do $$ begin
  if exists (select from pg_constraint where conrelid = 'public.persons'::regclass and conname = 'people_pkey' and contype = 'p')
     and not exists (select from pg_constraint where conrelid = 'public.persons'::regclass and conname = 'persons_pkey' and contype = 'p') then
    alter table public.persons rename constraint people_pkey to persons_pkey;
  end if;
  if exists (select from pg_constraint where conrelid = 'public.persons'::regclass and conname = 'people_boss_fkey' and contype = 'f')
     and not exists (select from pg_constraint where conrelid = 'public.persons'::regclass and conname = 'persons_boss_fkey' and contype = 'f') then
    alter table public.persons rename constraint people_boss_fkey to persons_boss_fkey;
  end if;
end $$;

-- index public.persons_name_idx
do $$ begin
  if to_regclass('public.people_name_idx') is not null
     and to_regclass('public.persons_name_idx') is null then
    alter index public.people_name_idx rename to persons_name_idx;
  end if;
end $$;

-- rollback: set lock_timeout = '5s';
-- rollback:
-- rollback: -- table public.people
-- rollback: do $$ begin
-- rollback:   if to_regclass('public.persons') is not null
-- rollback:      and to_regclass('public.people') is null then
-- rollback:     alter table public.persons rename to people;
-- rollback:   end if;
-- rollback: end $$;
-- rollback:
-- rollback: -- sequence public.people_id_seq
-- rollback: do $$ begin
-- rollback:   if to_regclass('public.persons_id_seq') is not null
-- rollback:      and to_regclass('public.people_id_seq') is null then
-- rollback:     alter sequence public.persons_id_seq rename to people_id_seq;
-- rollback:   end if;
-- rollback: end $$;
-- rollback:
-- rollback: -- table public.people
-- rollback: -- LOST: the values of public.people.age
-- rollback: alter table public.people drop column if exists age;
-- rollback: do $$ begin
-- rollback:   if exists (select from pg_constraint where conrelid = 'public.people'::regclass and conname = 'persons_pkey' and contype = 'p')
-- rollback:      and not exists (select from pg_constraint where conrelid = 'public.people'::regclass and conname = 'people_pkey' and contype = 'p') then
-- rollback:     alter table public.people rename constraint persons_pkey to people_pkey;
-- rollback:   end if;
-- rollback:   if exists (select from pg_constraint where conrelid = 'public.people'::regclass and conname = 'persons_boss_fkey' and contype = 'f')
-- rollback:      and not exists (select from pg_constraint where conrelid = 'public.people'::regclass and conname = 'people_boss_fkey' and contype = 'f') then
-- rollback:     alter table public.people rename constraint persons_boss_fkey to people_boss_fkey;
-- rollback:   end if;
-- rollback: end $$;
-- rollback:
-- rollback: -- index public.people_name_idx
-- rollback: do $$ begin
-- rollback:   if to_regclass('public.persons_name_idx') is not null
-- rollback:      and to_regclass('public.people_name_idx') is null then
-- rollback:     alter index public.persons_name_idx rename to people_name_idx;
-- rollback:   end if;
-- rollback: end $$;
-- rollback:
-- rollback: -- then: supabase migration repair --status reverted 20260101000000
