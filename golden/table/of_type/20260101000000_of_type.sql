-- of_type: +1 table, +1 composite type
--   undo      schemac rollback; marked lines below cannot bring data back
--   compared  nothing with after.sql (1 file), PostgreSQL 17
set lock_timeout = '5s';

-- composite type public.person
do $$ begin
  if to_regtype('public.person') is null then
    create type public.person as (
      name text,
      born date
    );
  end if;
end $$;

-- table public.people
create table if not exists public.people of public.person (
  primary key (name)
);

-- rollback: set lock_timeout = '5s';
-- rollback:
-- rollback: -- table public.people
-- rollback: -- LOST: the rows of public.people
-- rollback: drop table if exists public.people;
-- rollback:
-- rollback: -- composite type public.person
-- rollback: drop type if exists public.person;
-- rollback:
-- rollback: -- then: supabase migration repair --status reverted 20260101000000
