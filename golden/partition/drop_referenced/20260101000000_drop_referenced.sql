-- drop_referenced: ~1 table, -2 tables
--   hazards   data-loss  table public.regions is dropped
--             data-loss  table public.regions_eu is dropped
--   locks     public.regions     access exclusive, short
--             public.regions_eu  access exclusive, short
--             public.visits      access exclusive, short
--   undo      schemac rollback; marked lines below cannot bring data back
--   compared  before.sql (1 file) with after.sql (1 file), PostgreSQL 17
set lock_timeout = '5s';

-- table public.visits
alter table public.visits drop constraint if exists visits_code_year_fkey;

-- table public.regions_eu
drop table if exists public.regions_eu;

-- table public.regions
drop table if exists public.regions;

-- rollback: set lock_timeout = '5s';
-- rollback:
-- rollback: -- table public.regions
-- rollback: -- LOST: the rows that public.regions had do not come back
-- rollback: create table if not exists public.regions (
-- rollback:   code text not null,
-- rollback:   year integer not null,
-- rollback:   primary key (code, year)
-- rollback: ) partition by list (code);
-- rollback:
-- rollback: -- table public.regions_eu
-- rollback: -- LOST: the rows that public.regions_eu had do not come back
-- rollback: create table if not exists public.regions_eu partition of public.regions for values in ('eu');
-- rollback:
-- rollback: -- table public.visits
-- rollback: do $$ begin
-- rollback:   if not exists (select from pg_constraint where conrelid = 'public.visits'::regclass and conname = 'visits_code_year_fkey' and contype = 'f') then
-- rollback:     alter table public.visits add constraint visits_code_year_fkey foreign key (code, year) references public.regions (code, year);
-- rollback:   end if;
-- rollback: end $$;
-- rollback:
-- rollback: -- then: supabase migration repair --status reverted 20260101000000
