-- order_in_new_table: +1 table, +1 function, +1 enum
--   undo      schemac rollback; marked lines below cannot bring data back
--   compared  nothing with after.sql (1 file), PostgreSQL 17
set lock_timeout = '5s';
set check_function_bodies = off;

-- enum public.state
do $$ begin
  if to_regtype('public.state') is null then
    create type public.state as enum ('new', 'old');
  end if;
end $$;

-- function public.next_code()
create or replace function public.next_code() returns text
  language sql
  as $$ select 'c' $$;

-- table public.t
create table if not exists public.t (
  code  text not null default public.next_code(),
  state public.state not null default 'new',
  id    integer primary key,
  note  text
);

-- rollback: set lock_timeout = '5s';
-- rollback:
-- rollback: -- table public.t
-- rollback: -- LOST: the rows of public.t
-- rollback: drop table if exists public.t;
-- rollback:
-- rollback: -- function public.next_code()
-- rollback: drop function if exists public.next_code();
-- rollback:
-- rollback: -- enum public.state
-- rollback: drop type if exists public.state;
-- rollback:
-- rollback: -- then: supabase migration repair --status reverted 20260101000000
