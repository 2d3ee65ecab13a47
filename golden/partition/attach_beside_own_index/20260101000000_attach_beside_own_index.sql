-- attach_beside_own_index: ~1 table, ~1 index
--   hazards   locks-writes  table public.readings_2025 is read through, not written by others, while index public.sensors_of_2025 is made
--             locks-reads   table public.readings_2025 is read through, neither read nor written by others, while table public.readings_2025 is altered
--   locks     public.readings       share update exclusive, short
--             public.readings_2025  access exclusive, while it is read through
--   undo      schemac rollback; marked lines below cannot bring data back
--   compared  before.sql (1 file) with after.sql (1 file), PostgreSQL 17
set lock_timeout = '5s';

-- index public.sensors_of_2025
drop index if exists public.sensors_of_2025;

-- table public.readings_2025
do $$ begin
  if not exists (select from pg_inherits where inhrelid = 'public.readings_2025'::regclass and inhparent = 'public.readings'::regclass) then
    alter table public.readings attach partition public.readings_2025 for values from ('2025-01-01') to ('2026-01-01');
  end if;
end $$;

-- index public.sensors_of_2025
create index if not exists sensors_of_2025 on public.readings_2025 (sensor);

-- rollback: set lock_timeout = '5s';
-- rollback:
-- rollback: -- table public.readings_2025
-- rollback: do $$ begin
-- rollback:   if exists (select from pg_inherits where inhrelid = to_regclass('public.readings_2025') and inhparent = to_regclass('public.readings')) then
-- rollback:     alter table public.readings detach partition public.readings_2025;
-- rollback:   end if;
-- rollback: end $$;
-- rollback:
-- rollback: -- index public.readings_2025_sensor_idx
-- rollback: drop index if exists public.readings_2025_sensor_idx;
-- rollback:
-- rollback: -- then: supabase migration repair --status reverted 20260101000000
