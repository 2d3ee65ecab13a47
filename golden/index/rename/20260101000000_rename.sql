-- rename, file 1 of 4: clears what failed builds of the indexes may have left
--   undo      schemac rollback, last file first; marked lines below cannot bring data back
--   compared  before.sql (1 file) with after.sql (1 file), PostgreSQL 17
set lock_timeout = '5s';

-- index public.new_name
do $$ begin
  if exists (select from pg_index where indexrelid = to_regclass('public.new_name') and not indisvalid) then
    drop index public.new_name;
  end if;
end $$;

-- rollback: -- then: supabase migration repair --status reverted 20260101000000
