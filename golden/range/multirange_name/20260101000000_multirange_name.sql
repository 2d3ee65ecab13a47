-- multirange_name: +1 table, +1 range type
--   undo      schemac rollback; marked lines below cannot bring data back
--   compared  nothing with after.sql (1 file), PostgreSQL 17
set lock_timeout = '5s';

-- range type public.time_span
do $$ begin
  if to_regtype('public.time_span') is null then
    create type public.time_span as range (subtype = time, multirange_type_name = public.time_spans);
  end if;
end $$;

-- table public.shifts
create table if not exists public.shifts (
  id        integer primary key,
  when_open public.time_spans
);

-- rollback: set lock_timeout = '5s';
-- rollback:
-- rollback: -- table public.shifts
-- rollback: -- LOST: the rows of public.shifts
-- rollback: drop table if exists public.shifts;
-- rollback:
-- rollback: -- range type public.time_span
-- rollback: drop type if exists public.time_span;
-- rollback:
-- rollback: -- then: supabase migration repair --status reverted 20260101000000
