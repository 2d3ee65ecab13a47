-- drop: -1 domain
--   hazards   breaks-clients  domain public.positive is dropped
--   undo      schemac rollback; marked lines below cannot bring data back
--   compared  before.sql (1 file) with nothing, PostgreSQL 17
set lock_timeout = '5s';

-- domain public.positive
drop domain if exists public.positive;

-- rollback: set lock_timeout = '5s';
-- rollback:
-- rollback: -- domain public.positive
-- rollback: do $$ begin
-- rollback:   if to_regtype('public.positive') is null then
-- rollback:     create domain public.positive as integer check (value > 0);
-- rollback:   end if;
-- rollback: end $$;
-- rollback:
-- rollback: -- then: supabase migration repair --status reverted 20260101000000
