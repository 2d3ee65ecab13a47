-- ordered_set: +2 aggregates
--   undo      schemac rollback; marked lines below cannot bring data back
--   compared  nothing with after.sql (1 file), PostgreSQL 17
set lock_timeout = '5s';

-- aggregate public.my_percentile(double precision, anyelement)
create or replace aggregate public.my_percentile(double precision order by anyelement) (
  sfunc = ordered_set_transition,
  stype = internal,
  finalfunc = percentile_disc_final,
  finalfunc_extra
);
comment on aggregate public.my_percentile(double precision, anyelement) is 'an ordered-set aggregate';

-- aggregate public.my_rank("any")
create or replace aggregate public.my_rank(variadic "any" order by variadic "any") (
  sfunc = ordered_set_transition_multi,
  stype = internal,
  finalfunc = rank_final,
  finalfunc_extra,
  hypothetical
);

-- rollback: set lock_timeout = '5s';
-- rollback:
-- rollback: -- aggregate public.my_percentile(double precision, anyelement)
-- rollback: drop aggregate if exists public.my_percentile(double precision, anyelement);
-- rollback:
-- rollback: -- aggregate public.my_rank("any")
-- rollback: drop aggregate if exists public.my_rank("any");
-- rollback:
-- rollback: -- then: supabase migration repair --status reverted 20260101000000
