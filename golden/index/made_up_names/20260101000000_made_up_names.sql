-- made_up_names, file 1 of 5: clears what failed builds of the indexes may have left
--   undo      schemac rollback, last file first; marked lines below cannot bring data back
--   compared  before.sql (1 file) with after.sql (1 file), PostgreSQL 17
set lock_timeout = '5s';

-- indexes of public.t
do $$ begin
  if exists (select from pg_index where indexrelid = to_regclass('public.t_a_idx') and not indisvalid) then
    drop index public.t_a_idx;
  end if;
  if exists (select from pg_index where indexrelid = to_regclass('public.t_a_idx1') and not indisvalid) then
    drop index public.t_a_idx1;
  end if;
  if exists (select from pg_index where indexrelid = to_regclass('public.t_lower_a_idx') and not indisvalid) then
    drop index public.t_lower_a_idx;
  end if;
end $$;

-- rollback: -- then: supabase migration repair --status reverted 20260101000000
