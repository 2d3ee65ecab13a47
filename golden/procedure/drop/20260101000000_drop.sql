-- drop: -1 procedure
--   hazards   breaks-clients  procedure public.p(integer) is dropped
--   undo      schemac rollback; marked lines below cannot bring data back
--   compared  before.sql (1 file) with nothing, PostgreSQL 17
set lock_timeout = '5s';

-- procedure public.p(integer)
drop procedure if exists public.p(integer);

-- rollback: set lock_timeout = '5s';
-- rollback: set check_function_bodies = off;
-- rollback:
-- rollback: -- procedure public.p(integer)
-- rollback: create or replace procedure public.p(a integer)
-- rollback:   language sql
-- rollback:   as $$$$;
-- rollback:
-- rollback: -- then: supabase migration repair --status reverted 20260101000000
