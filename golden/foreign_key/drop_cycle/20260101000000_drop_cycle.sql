-- drop_cycle: -2 tables
--   hazards   data-loss  table public.teams is dropped
--             data-loss  table public.people is dropped
--   locks     public.people  access exclusive, short
--             public.teams   access exclusive, short
--   undo      schemac rollback; marked lines below cannot bring data back
--   compared  before.sql (1 file) with nothing, PostgreSQL 17
set lock_timeout = '5s';

-- table public.people
alter table if exists public.people drop constraint if exists people_team_id_fkey;

-- table public.teams
drop table if exists public.teams;

-- table public.people
drop table if exists public.people;

-- rollback: set lock_timeout = '5s';
-- rollback:
-- rollback: -- table public.people
-- rollback: -- LOST: the rows that public.people had do not come back
-- rollback: create table if not exists public.people (
-- rollback:   id      integer primary key,
-- rollback:   team_id integer not null
-- rollback: );
-- rollback:
-- rollback: -- table public.teams
-- rollback: -- LOST: the rows that public.teams had do not come back
-- rollback: create table if not exists public.teams (
-- rollback:   id      integer primary key,
-- rollback:   lead_id integer,
-- rollback:   constraint teams_lead_fkey foreign key (lead_id) references public.people (id)
-- rollback: );
-- rollback:
-- rollback: -- table public.people
-- rollback: do $$ begin
-- rollback:   if not exists (select from pg_constraint where conrelid = 'public.people'::regclass and conname = 'people_team_id_fkey' and contype = 'f') then
-- rollback:     alter table public.people add constraint people_team_id_fkey foreign key (team_id) references public.teams (id);
-- rollback:   end if;
-- rollback: end $$;
-- rollback:
-- rollback: -- then: supabase migration repair --status reverted 20260101000000
