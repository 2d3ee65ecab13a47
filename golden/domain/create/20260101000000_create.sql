-- create: +1 table, +1 domain
--   undo      schemac rollback; marked lines below cannot bring data back
--   compared  nothing with after.sql (1 file), PostgreSQL 17
set lock_timeout = '5s';

-- domain public.positive
do $$ begin
  if to_regtype('public.positive') is null then
    create domain public.positive as integer default 1 not null check (value > 0);
  end if;
end $$;

-- table public.t
create table if not exists public.t (
  n public.positive
);

-- rollback: set lock_timeout = '5s';
-- rollback:
-- rollback: -- table public.t
-- rollback: -- LOST: the rows of public.t
-- rollback: drop table if exists public.t;
-- rollback:
-- rollback: -- domain public.positive
-- rollback: drop domain if exists public.positive;
-- rollback:
-- rollback: -- then: supabase migration repair --status reverted 20260101000000
