-- platform_function: ~1 function
--   undo      schemac rollback; marked lines below cannot bring data back
--   compared  nothing with after.sql (1 file), PostgreSQL 17; not: roles and memberships
set lock_timeout = '5s';
set check_function_bodies = off;

-- function storage.filename(text)
create or replace function storage.filename(name text) returns text
  language plpgsql
  as $$
begin
  return split_part(name, '/', -1);
end $$;

-- rollback: -- then: supabase migration repair --status reverted 20260101000000
