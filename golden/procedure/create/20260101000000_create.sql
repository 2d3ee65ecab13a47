-- create: +1 procedure
--   undo      schemac rollback; marked lines below cannot bring data back
--   compared  before.sql (1 file) with after.sql (1 file), PostgreSQL 17
set lock_timeout = '5s';
set check_function_bodies = off;

-- procedure public.note(text)
create or replace procedure public.note(what text)
  language sql
  as $$ insert into public.log values (now(), what) $$;
comment on procedure public.note(text) is 'Notes';

-- rollback: set lock_timeout = '5s';
-- rollback:
-- rollback: -- procedure public.note(text)
-- rollback: drop procedure if exists public.note(text);
-- rollback:
-- rollback: -- then: supabase migration repair --status reverted 20260101000000
