-- drop: -1 enum
--   hazards   breaks-clients  type public.mood is dropped
--   undo      schemac rollback; marked lines below cannot bring data back
--   compared  before.sql (1 file) with nothing, PostgreSQL 17
set lock_timeout = '5s';

-- enum public.mood
drop type if exists public.mood;

-- rollback: set lock_timeout = '5s';
-- rollback:
-- rollback: -- enum public.mood
-- rollback: do $$ begin
-- rollback:   if to_regtype('public.mood') is null then
-- rollback:     create type public.mood as enum ('low', 'high');
-- rollback:   end if;
-- rollback: end $$;
-- rollback:
-- rollback: -- then: supabase migration repair --status reverted 20260101000000
