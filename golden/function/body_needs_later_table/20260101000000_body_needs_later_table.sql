-- body_needs_later_table: +1 table, +1 function
--   undo      schemac rollback; marked lines below cannot bring data back
--   compared  nothing with after.sql (1 file), PostgreSQL 17
set lock_timeout = '5s';
set check_function_bodies = off;

-- table public.later
create table if not exists public.later (
  id integer default 1 primary key,
  n  bigint
);

-- function public.count_rows()
create or replace function public.count_rows() returns bigint
  language sql stable
  as $$ select count(*) from public.later $$;

-- rollback: set lock_timeout = '5s';
-- rollback:
-- rollback: -- function public.count_rows()
-- rollback: drop function if exists public.count_rows();
-- rollback:
-- rollback: -- table public.later
-- rollback: -- LOST: the rows of public.later
-- rollback: drop table if exists public.later;
-- rollback:
-- rollback: -- then: supabase migration repair --status reverted 20260101000000
