-- attach_index: ~2 indexes
--   undo      schemac rollback; marked lines below cannot bring data back
--   compared  before.sql (1 file) with after.sql (1 file), PostgreSQL 17
set lock_timeout = '5s';

-- indexes of public.readings, public.readings_2026
alter index public.readings_sensor attach partition public.sensors_of_2026;

-- rollback: set lock_timeout = '5s';
-- rollback:
-- rollback: -- indexes of public.readings, public.readings_2025, public.readings_2026
-- rollback: drop index if exists public.readings_sensor;
-- rollback: create index if not exists readings_sensor on only public.readings (sensor);
-- rollback: create index if not exists sensors_of_2025 on public.readings_2025 (sensor);
-- rollback: alter index public.readings_sensor attach partition public.sensors_of_2025;
-- rollback: create index if not exists sensors_of_2026 on public.readings_2026 (sensor);
-- rollback:
-- rollback: -- then: supabase migration repair --status reverted 20260101000000
