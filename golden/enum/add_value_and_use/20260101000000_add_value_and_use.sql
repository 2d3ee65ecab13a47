-- add_value_and_use, file 1 of 2: ~1 enum
--   hazards   irreversible  type public.mood gets a label: taking it back swaps the type
--   undo      schemac rollback, last file first; marked lines below cannot bring data back
--   compared  before.sql (1 file) with after.sql (1 file), PostgreSQL 17
set lock_timeout = '5s';

-- enum public.mood
alter type public.mood add value if not exists 'fair' before 'high';

-- rollback: set lock_timeout = '5s';
-- rollback:
-- rollback: -- enum public.mood
-- rollback: -- the type is swapped, for PostgreSQL cannot drop a label: fails if a row holds 'fair'
-- rollback: do $$ begin
-- rollback:   if exists (select from pg_enum where enumtypid = 'public.mood'::regtype and enumlabel = 'fair') then
-- rollback:     alter type public.mood rename to mood__old;
-- rollback:     create type public.mood as enum ('low', 'high');
-- rollback:     alter table public.days
-- rollback:       alter column mood drop default,
-- rollback:       alter column mood type public.mood using mood::text::public.mood,
-- rollback:       alter column mood set default 'low';
-- rollback:     drop type public.mood__old;
-- rollback:   end if;
-- rollback: end $$;
-- rollback:
-- rollback: -- then: supabase migration repair --status reverted 20260101000000
