-- function_changes: ~1 function
--   undo      schemac rollback; marked lines below cannot bring data back
--   compared  before.sql (1 file) with after.sql (1 file), PostgreSQL 17
set lock_timeout = '5s';
set check_function_bodies = off;

-- function public.touch()
create or replace function public.touch() returns trigger
  language plpgsql
  as $$ begin new.a := 1; return new; end $$;

-- rollback: set lock_timeout = '5s';
-- rollback: set check_function_bodies = off;
-- rollback:
-- rollback: -- function public.touch()
-- rollback: create or replace function public.touch() returns trigger
-- rollback:   language plpgsql
-- rollback:   as $$ begin return new; end $$;
-- rollback:
-- rollback: -- then: supabase migration repair --status reverted 20260101000000
