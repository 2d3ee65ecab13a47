-- not_valid_check: +1 domain, ~1 domain
--   undo      schemac rollback; marked lines below cannot bring data back
--   compared  before.sql (1 file) with after.sql (1 file), PostgreSQL 17
set lock_timeout = '5s';

-- domain public.percentage
do $$ begin
  if not exists (select from pg_constraint where contypid = 'public.percentage'::regtype and conname = 'in_range' and contype = 'c') then
    alter domain public.percentage add constraint in_range check (value between 0 and 100) not valid;
  end if;
end $$;

-- domain public.rating
do $$ begin
  if to_regtype('public.rating') is null then
    create domain public.rating as integer;
  end if;
  if not exists (select from pg_constraint where contypid = 'public.rating'::regtype and conname = 'positive' and contype = 'c') then
    alter domain public.rating add constraint positive check (value > 0) not valid;
  end if;
end $$;

-- rollback: set lock_timeout = '5s';
-- rollback:
-- rollback: -- domain public.rating
-- rollback: drop domain if exists public.rating;
-- rollback:
-- rollback: -- domain public.percentage
-- rollback: alter domain public.percentage drop constraint if exists in_range;
-- rollback:
-- rollback: -- then: supabase migration repair --status reverted 20260101000000
