-- all_of_it, file 8 of 8: checks that the indexes are built
set lock_timeout = '5s';

-- indexes of public.t
do $$ begin
  if not exists (select from pg_index where indexrelid = to_regclass('public.t_brin_idx') and indisvalid) then
    raise exception 'index public.t_brin_idx is missing or invalid: its build failed'
      using hint = 'drop index concurrently if exists public.t_brin_idx; then supabase migration repair --status reverted 20260101000001 and push again';
  end if;
  if not exists (select from pg_index where indexrelid = to_regclass('public.t_collate_idx') and indisvalid) then
    raise exception 'index public.t_collate_idx is missing or invalid: its build failed'
      using hint = 'drop index concurrently if exists public.t_collate_idx; then supabase migration repair --status reverted 20260101000002 and push again';
  end if;
  if not exists (select from pg_index where indexrelid = to_regclass('public.t_expression_idx') and indisvalid) then
    raise exception 'index public.t_expression_idx is missing or invalid: its build failed'
      using hint = 'drop index concurrently if exists public.t_expression_idx; then supabase migration repair --status reverted 20260101000003 and push again';
  end if;
  if not exists (select from pg_index where indexrelid = to_regclass('public.t_gin_idx') and indisvalid) then
    raise exception 'index public.t_gin_idx is missing or invalid: its build failed'
      using hint = 'drop index concurrently if exists public.t_gin_idx; then supabase migration repair --status reverted 20260101000004 and push again';
  end if;
  if not exists (select from pg_index where indexrelid = to_regclass('public.t_hash_idx') and indisvalid) then
    raise exception 'index public.t_hash_idx is missing or invalid: its build failed'
      using hint = 'drop index concurrently if exists public.t_hash_idx; then supabase migration repair --status reverted 20260101000005 and push again';
  end if;
  if not exists (select from pg_index where indexrelid = to_regclass('public.t_include_idx') and indisvalid) then
    raise exception 'index public.t_include_idx is missing or invalid: its build failed'
      using hint = 'drop index concurrently if exists public.t_include_idx; then supabase migration repair --status reverted 20260101000006 and push again';
  end if;
end $$;

-- comments on index public.t_hash_idx
comment on index public.t_hash_idx is 'for equality';

-- rollback: set lock_timeout = '5s';
-- rollback:
-- rollback: -- comments on index public.t_hash_idx
-- rollback: comment on index public.t_hash_idx is null;
-- rollback:
-- rollback: -- then: supabase migration repair --status reverted 20260101000007
