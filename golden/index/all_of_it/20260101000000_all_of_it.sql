-- all_of_it, file 1 of 8: clears what failed builds of the indexes may have left
--   undo      schemac rollback, last file first; marked lines below cannot bring data back
--   compared  before.sql (1 file) with after.sql (1 file), PostgreSQL 17
set lock_timeout = '5s';

-- indexes of public.t
do $$ begin
  if exists (select from pg_index where indexrelid = to_regclass('public.t_brin_idx') and not indisvalid) then
    drop index public.t_brin_idx;
  end if;
  if exists (select from pg_index where indexrelid = to_regclass('public.t_collate_idx') and not indisvalid) then
    drop index public.t_collate_idx;
  end if;
  if exists (select from pg_index where indexrelid = to_regclass('public.t_expression_idx') and not indisvalid) then
    drop index public.t_expression_idx;
  end if;
  if exists (select from pg_index where indexrelid = to_regclass('public.t_gin_idx') and not indisvalid) then
    drop index public.t_gin_idx;
  end if;
  if exists (select from pg_index where indexrelid = to_regclass('public.t_hash_idx') and not indisvalid) then
    drop index public.t_hash_idx;
  end if;
  if exists (select from pg_index where indexrelid = to_regclass('public.t_include_idx') and not indisvalid) then
    drop index public.t_include_idx;
  end if;
end $$;

-- rollback: -- then: supabase migration repair --status reverted 20260101000000
