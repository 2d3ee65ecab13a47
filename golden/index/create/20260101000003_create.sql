-- create, file 4 of 4: checks that the indexes are built
set lock_timeout = '5s';

-- indexes of public.t
do $$ begin
  if not exists (select from pg_index where indexrelid = to_regclass('public.t_a_idx') and indisvalid) then
    raise exception 'index public.t_a_idx is missing or invalid: its build failed'
      using hint = 'drop index concurrently if exists public.t_a_idx; then supabase migration repair --status reverted 20260101000001 and push again';
  end if;
  if not exists (select from pg_index where indexrelid = to_regclass('public.t_ab_idx') and indisvalid) then
    raise exception 'index public.t_ab_idx is missing or invalid: its build failed'
      using hint = 'drop index concurrently if exists public.t_ab_idx; then supabase migration repair --status reverted 20260101000002 and push again';
  end if;
end $$;

-- rollback: -- then: supabase migration repair --status reverted 20260101000003
