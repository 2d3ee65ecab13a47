-- include, file 3 of 3: ~1 table
--   locks     public.t  access exclusive, short
set lock_timeout = '5s';

-- index public.t_k
do $$ begin
  if exists (select from pg_index where indexrelid = to_regclass('public.t_k') and not indisvalid) then
    raise exception 'index public.t_k is invalid: its build failed'
      using hint = 'drop index concurrently if exists public.t_k; then supabase migration repair --status reverted 20260101000001 and push again';
  end if;
end $$;

-- table public.t
do $$ begin
  if not exists (select from pg_constraint where conrelid = 'public.t'::regclass and conname = 't_k' and contype = 'u')
     and to_regclass('public.t_k') is not null then
    alter table public.t add constraint t_k unique using index t_k;
  end if;
  if not exists (select from pg_constraint where conrelid = 'public.t'::regclass and conname = 't_k' and contype = 'u') then
    -- after a rollback of this file alone, which takes the index away with the constraint
    alter table public.t add constraint t_k unique (k) include (v);
  end if;
end $$;

-- rollback: set lock_timeout = '5s';
-- rollback:
-- rollback: -- table public.t
-- rollback: alter table public.t drop constraint if exists t_k;
-- rollback:
-- rollback: -- then: supabase migration repair --status reverted 20260101000002
