-- create: +1 table, +1 range type
--   undo      schemac rollback; marked lines below cannot bring data back
--   compared  nothing with after.sql (1 file), PostgreSQL 17
set lock_timeout = '5s';

-- range type public.float_range
do $$ begin
  if to_regtype('public.float_range') is null then
    create type public.float_range as range (subtype = double precision, subtype_diff = float8mi);
  end if;
end $$;

-- table public.bands
create table if not exists public.bands (
  id   integer primary key,
  band public.float_range not null
);

-- rollback: set lock_timeout = '5s';
-- rollback:
-- rollback: -- table public.bands
-- rollback: -- LOST: the rows of public.bands
-- rollback: drop table if exists public.bands;
-- rollback:
-- rollback: -- range type public.float_range
-- rollback: drop type if exists public.float_range;
-- rollback:
-- rollback: -- then: supabase migration repair --status reverted 20260101000000
