-- body: ~1 procedure
--   hazards   weakens-security  procedure public.p(integer) is SECURITY DEFINER without a search_path of its own
--   undo      schemac rollback; marked lines below cannot bring data back
--   compared  before.sql (1 file) with after.sql (1 file), PostgreSQL 17
set lock_timeout = '5s';
set check_function_bodies = off;

-- procedure public.p(integer)
create or replace procedure public.p(a integer)
  language plpgsql security definer
  as $$ begin raise notice '%', a; end $$;

-- rollback: set lock_timeout = '5s';
-- rollback: set check_function_bodies = off;
-- rollback:
-- rollback: -- procedure public.p(integer)
-- rollback: create or replace procedure public.p(a integer)
-- rollback:   language plpgsql
-- rollback:   as $$ begin end $$;
-- rollback:
-- rollback: -- then: supabase migration repair --status reverted 20260101000000
