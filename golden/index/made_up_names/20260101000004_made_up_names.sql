-- made_up_names, file 5 of 5: checks that the indexes are built
set lock_timeout = '5s';

-- indexes of public.t
do $$ begin
  if not exists (select from pg_index where indexrelid = to_regclass('public.t_a_idx') and indisvalid) then
    raise exception 'index public.t_a_idx is missing or invalid: its build failed'
      using hint = 'drop index concurrently if exists public.t_a_idx; then supabase migration repair --status reverted 20260101000001 and push again';
  end if;
  if not exists (select from pg_index where indexrelid = to_regclass('public.t_a_idx1') and indisvalid) then
    raise exception 'index public.t_a_idx1 is missing or invalid: its build failed'
      using hint = 'drop index concurrently if exists public.t_a_idx1; then supabase migration repair --status reverted 20260101000002 and push again';
  end if;
  if not exists (select from pg_index where indexrelid = to_regclass('public.t_lower_a_idx') and indisvalid) then
    raise exception 'index public.t_lower_a_idx is missing or invalid: its build failed'
      using hint = 'drop index concurrently if exists public.t_lower_a_idx; then supabase migration repair --status reverted 20260101000003 and push again';
  end if;
end $$;

-- rollback: -- then: supabase migration repair --status reverted 20260101000004
