-- recreate: ~1 range type
--   undo      schemac rollback; marked lines below cannot bring data back
--   compared  before.sql (1 file) with after.sql (1 file), PostgreSQL 17
set lock_timeout = '5s';

-- range type public.span
drop type if exists public.span;
do $$ begin
  if to_regtype('public.span') is null then
    create type public.span as range (subtype = numeric);
  end if;
end $$;

-- rollback: set lock_timeout = '5s';
-- rollback:
-- rollback: -- range type public.span
-- rollback: drop type if exists public.span;
-- rollback: do $$ begin
-- rollback:   if to_regtype('public.span') is null then
-- rollback:     create type public.span as range (subtype = double precision);
-- rollback:   end if;
-- rollback: end $$;
-- rollback:
-- rollback: -- then: supabase migration repair --status reverted 20260101000000
