-- add_values: ~1 enum
--   hazards   irreversible  type public.mood gets a label: taking it back swaps the type
--   undo      schemac rollback; marked lines below cannot bring data back
--   compared  before.sql (1 file) with after.sql (1 file), PostgreSQL 17
set lock_timeout = '5s';

-- enum public.mood
alter type public.mood add value if not exists 'none' before 'low';
alter type public.mood add value if not exists 'middle' before 'high';
alter type public.mood add value if not exists 'max';

-- rollback: set lock_timeout = '5s';
-- rollback:
-- rollback: -- enum public.mood
-- rollback: -- the type is swapped, for PostgreSQL cannot drop a label: fails if a row holds 'none', 'middle', 'max'
-- rollback: do $$ begin
-- rollback:   if exists (select from pg_enum where enumtypid = 'public.mood'::regtype and enumlabel = 'none') then
-- rollback:     alter type public.mood rename to mood__old;
-- rollback:     create type public.mood as enum ('low', 'high');
-- rollback:     drop type public.mood__old;
-- rollback:   end if;
-- rollback: end $$;
-- rollback:
-- rollback: -- then: supabase migration repair --status reverted 20260101000000
