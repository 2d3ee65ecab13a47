-- drop: -1 composite type
--   hazards   breaks-clients  type public.pair is dropped
--   undo      schemac rollback; marked lines below cannot bring data back
--   compared  before.sql (1 file) with nothing, PostgreSQL 17
set lock_timeout = '5s';

-- composite type public.pair
drop type if exists public.pair;

-- rollback: set lock_timeout = '5s';
-- rollback:
-- rollback: -- composite type public.pair
-- rollback: do $$ begin
-- rollback:   if to_regtype('public.pair') is null then
-- rollback:     create type public.pair as (
-- rollback:       a integer,
-- rollback:       b text
-- rollback:     );
-- rollback:   end if;
-- rollback: end $$;
-- rollback:
-- rollback: -- then: supabase migration repair --status reverted 20260101000000
