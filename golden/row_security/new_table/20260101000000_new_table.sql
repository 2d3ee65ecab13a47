-- new_table: +1 table, +1 policy
--   undo      schemac rollback; marked lines below cannot bring data back
--   compared  nothing with after.sql (1 file), PostgreSQL 17
set lock_timeout = '5s';

-- table public.t
create table if not exists public.t (
  id    integer primary key,
  owner text,
  open  boolean
);
alter table public.t enable row level security;

-- policy "mine" of public.t
drop policy if exists mine on public.t;
create policy mine on public.t to reader using (owner = current_user);

-- privileges on public.t
grant select on public.t to reader;

-- rollback: set lock_timeout = '5s';
-- rollback:
-- rollback: -- table public.t
-- rollback: -- LOST: the rows of public.t
-- rollback: drop table if exists public.t;
-- rollback:
-- rollback: -- then: supabase migration repair --status reverted 20260101000000
