-- column_under_view: +1 table, +3 views
--   undo      schemac rollback; marked lines below cannot bring data back
--   compared  nothing with after.sql (1 file), PostgreSQL 17
set lock_timeout = '5s';

-- table public.people
create table if not exists public.people (
  id        bigint primary key,
  full_name text,
  born      date
);

-- view public.adults
create or replace view public.adults as
  select p.id, name, upper(p.name) as loud from (select id, full_name as name, born from public.people) p where born < '2000-01-01';

-- view public.everybody
create or replace view public.everybody as
  select id, full_name as name, born from public.people;

-- view public.joined
create or replace view public.joined as
  select a.id, a.full_name as name, a.born, b.id as other from public.people a join public.people b on a.id = b.id;

-- rollback: set lock_timeout = '5s';
-- rollback:
-- rollback: -- view public.adults
-- rollback: drop view if exists public.adults;
-- rollback:
-- rollback: -- view public.everybody
-- rollback: drop view if exists public.everybody;
-- rollback:
-- rollback: -- view public.joined
-- rollback: drop view if exists public.joined;
-- rollback:
-- rollback: -- table public.people
-- rollback: -- LOST: the rows of public.people
-- rollback: drop table if exists public.people;
-- rollback:
-- rollback: -- then: supabase migration repair --status reverted 20260101000000
