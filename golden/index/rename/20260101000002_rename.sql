-- rename, file 3 of 4: checks that the indexes are built
set lock_timeout = '5s';

-- index public.new_name
do $$ begin
  if not exists (select from pg_index where indexrelid = to_regclass('public.new_name') and indisvalid) then
    raise exception 'index public.new_name is missing or invalid: its build failed'
      using hint = 'drop index concurrently if exists public.new_name; then supabase migration repair --status reverted 20260101000001 and push again';
  end if;
end $$;

-- rollback: -- then: supabase migration repair --status reverted 20260101000002
