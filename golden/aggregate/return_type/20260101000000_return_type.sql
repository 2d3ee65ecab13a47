-- return_type: ~1 view, ~1 aggregate
--   undo      schemac rollback; marked lines below cannot bring data back
--   compared  before.sql (1 file) with after.sql (1 file), PostgreSQL 17
set lock_timeout = '5s';

-- view public.sums
drop view if exists public.sums;

-- aggregate public.total(integer)
drop aggregate if exists public.total(integer);
create or replace aggregate public.total(integer) (
  sfunc = int4_sum,
  stype = bigint,
  initcond = '0'
);
revoke all on function public.total(integer) from public;
comment on aggregate public.total(integer) is 'a sum';

-- view public.sums
create or replace view public.sums as
  select public.total(amount)::text as total from public.lines;

-- rollback: set lock_timeout = '5s';
-- rollback:
-- rollback: -- view public.sums
-- rollback: drop view if exists public.sums;
-- rollback:
-- rollback: -- aggregate public.total(integer)
-- rollback: drop aggregate if exists public.total(integer);
-- rollback: create or replace aggregate public.total(integer) (
-- rollback:   sfunc = int4pl,
-- rollback:   stype = integer,
-- rollback:   initcond = '0'
-- rollback: );
-- rollback: revoke all on function public.total(integer) from public;
-- rollback: comment on aggregate public.total(integer) is 'a sum';
-- rollback:
-- rollback: -- view public.sums
-- rollback: create or replace view public.sums as
-- rollback:   select public.total(amount)::text as total from public.lines;
-- rollback:
-- rollback: -- then: supabase migration repair --status reverted 20260101000000
