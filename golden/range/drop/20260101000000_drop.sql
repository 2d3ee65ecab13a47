-- drop: -1 range type
--   hazards   breaks-clients  type public.float_range is dropped
--   undo      schemac rollback; marked lines below cannot bring data back
--   compared  before.sql (1 file) with nothing, PostgreSQL 17
set lock_timeout = '5s';

-- range type public.float_range
drop type if exists public.float_range;

-- rollback: set lock_timeout = '5s';
-- rollback:
-- rollback: -- range type public.float_range
-- rollback: do $$ begin
-- rollback:   if to_regtype('public.float_range') is null then
-- rollback:     create type public.float_range as range (subtype = double precision);
-- rollback:   end if;
-- rollback: end $$;
-- rollback:
-- rollback: -- then: supabase migration repair --status reverted 20260101000000
