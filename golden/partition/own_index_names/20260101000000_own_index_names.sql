-- own_index_names: +3 tables, +3 indexes
--   hazards   locks-writes  table public.readings_2025 is read through, not written by others, while index public.sensors_of_2025 is made
--   locks     public.readings       share, short
--             public.readings_2025  share, while it is read through
--   undo      schemac rollback; marked lines below cannot bring data back
--   compared  before.sql (1 file) with after.sql (1 file), PostgreSQL 17
set lock_timeout = '5s';

-- indexes of public.readings_2025, public.readings
create index if not exists sensors_of_2025 on public.readings_2025 (sensor, at);
create index if not exists readings_sensor on public.readings (sensor, at);

-- table public.readings_2026
create table if not exists public.readings_2026 (
  like public.readings including defaults including generated including constraints including storage including compression
) partition by list (sensor);
alter table public.readings_2026 alter column value set default 1;

-- index public.times_of_2026
create index if not exists times_of_2026 on public.readings_2026 (at);

-- table public.readings_2026
do $$ begin
  if not exists (select from pg_inherits where inhrelid = 'public.readings_2026'::regclass and inhparent = 'public.readings'::regclass) then
    alter table public.readings attach partition public.readings_2026 for values from ('2026-01-01 00:00:00+00') to ('2027-01-01 00:00:00+00');
  end if;
end $$;

-- comments on index public.times_of_2026
comment on index public.times_of_2026 is 'made by hand';

-- table public.readings_2026_first
create table if not exists public.readings_2026_first partition of public.readings_2026 for values in ('1', '2');
alter table public.readings_2026_first alter column value set default 0;

-- table public.readings_2026_rest
create table if not exists public.readings_2026_rest partition of public.readings_2026 default;

-- rollback: set lock_timeout = '5s';
-- rollback:
-- rollback: -- table public.readings_2026_first
-- rollback: -- LOST: the rows of public.readings_2026_first
-- rollback: drop table if exists public.readings_2026_first;
-- rollback:
-- rollback: -- table public.readings_2026_rest
-- rollback: -- LOST: the rows of public.readings_2026_rest
-- rollback: drop table if exists public.readings_2026_rest;
-- rollback:
-- rollback: -- table public.readings_2026
-- rollback: -- LOST: the rows of public.readings_2026
-- rollback: drop table if exists public.readings_2026;
-- rollback:
-- rollback: -- index public.readings_sensor
-- rollback: drop index if exists public.readings_sensor;
-- rollback:
-- rollback: -- then: supabase migration repair --status reverted 20260101000000
