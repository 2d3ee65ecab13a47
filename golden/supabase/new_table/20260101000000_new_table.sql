-- new_table: +1 table, +1 policy
--   locks     auth.users  share row exclusive, short
--   undo      schemac rollback; marked lines below cannot bring data back
--   compared  nothing with after.sql (1 file), PostgreSQL 17; not: roles and memberships
set lock_timeout = '5s';

-- table public.notes
create table if not exists public.notes (
  id    uuid default gen_random_uuid() primary key,
  owner uuid not null default auth.uid() references auth.users (id) on delete cascade,
  body  text not null
);
alter table public.notes enable row level security;

-- policy "own notes" of public.notes
drop policy if exists "own notes" on public.notes;
create policy "own notes" on public.notes to authenticated using (owner = (select auth.uid())) with check (owner = (select auth.uid()));

-- privileges on public.notes
revoke all on public.notes from anon;
grant select, insert, update, delete on public.notes to authenticated;

-- rollback: set lock_timeout = '5s';
-- rollback:
-- rollback: -- table public.notes
-- rollback: -- LOST: the rows of public.notes
-- rollback: drop table if exists public.notes;
-- rollback:
-- rollback: -- then: supabase migration repair --status reverted 20260101000000
