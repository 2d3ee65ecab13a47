-- detach_before_new_column: ~2 tables
--   locks     public.readings       access exclusive, short
--             public.readings_2024  access exclusive, short
--   undo      schemac rollback; marked lines below cannot bring data back
--   compared  before.sql (1 file) with after.sql (1 file), PostgreSQL 17
set lock_timeout = '5s';

-- table public.readings_2024
do $$ begin
  if exists (select from pg_inherits where inhrelid = to_regclass('public.readings_2024') and inhparent = to_regclass('public.readings')) then
    alter table public.readings detach partition public.readings_2024;
  end if;
end $$;

-- table public.readings
alter table public.readings add column if not exists unit text;

-- rollback: set lock_timeout = '5s';
-- rollback:
-- rollback: -- table public.readings
-- rollback: -- LOST: the values of public.readings.unit
-- rollback: alter table public.readings drop column if exists unit;
-- rollback:
-- rollback: -- table public.readings_2024
-- rollback: do $$ begin
-- rollback:   if not exists (select from pg_inherits where inhrelid = 'public.readings_2024'::regclass and inhparent = 'public.readings'::regclass) then
-- rollback:     alter table public.readings attach partition public.readings_2024 for values from ('2024-01-01') to ('2025-01-01');
-- rollback:   end if;
-- rollback: end $$;
-- rollback:
-- rollback: -- then: supabase migration repair --status reverted 20260101000000
