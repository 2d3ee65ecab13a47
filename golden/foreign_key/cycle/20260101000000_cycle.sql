-- cycle: +2 tables
--   undo      schemac rollback; marked lines below cannot bring data back
--   compared  nothing with after.sql (1 file), PostgreSQL 17
set lock_timeout = '5s';

-- table public.people
create table if not exists public.people (
  id      integer primary key,
  team_id integer not null
);

-- table public.teams
create table if not exists public.teams (
  id      integer primary key,
  lead_id integer,
  constraint teams_lead_fkey foreign key (lead_id) references public.people (id)
);

-- table public.people
do $$ begin
  if not exists (select from pg_constraint where conrelid = 'public.people'::regclass and conname = 'people_team_id_fkey' and contype = 'f') then
    alter table public.people add constraint people_team_id_fkey foreign key (team_id) references public.teams (id);
  end if;
end $$;

-- rollback: set lock_timeout = '5s';
-- rollback:
-- rollback: -- table public.people
-- rollback: alter table if exists public.people drop constraint if exists people_team_id_fkey;
-- rollback:
-- rollback: -- table public.teams
-- rollback: -- LOST: the rows of public.teams
-- rollback: drop table if exists public.teams;
-- rollback:
-- rollback: -- table public.people
-- rollback: -- LOST: the rows of public.people
-- rollback: drop table if exists public.people;
-- rollback:
-- rollback: -- then: supabase migration repair --status reverted 20260101000000
