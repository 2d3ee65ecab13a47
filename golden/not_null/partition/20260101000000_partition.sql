-- partition: +1 table, ~1 table
--   hazards   may-fail     column public.p.note becomes NOT NULL: fails where a row has none
--             locks-reads  table public.p is read through, neither read nor written by others, while column public.p.note is altered
--   locks     public.p  access exclusive, while it is read through
--   undo      schemac rollback; marked lines below cannot bring data back
--   compared  before.sql (1 file) with after.sql (1 file), PostgreSQL 18
set lock_timeout = '5s';

-- table public.p
alter table public.p alter column note set not null;

-- table public.p2
create table if not exists public.p2 partition of public.p (
  note constraint noted not null
) for values from ('2025-01-01') to ('2026-01-01');

-- rollback: set lock_timeout = '5s';
-- rollback:
-- rollback: -- table public.p2
-- rollback: -- LOST: the rows of public.p2
-- rollback: drop table if exists public.p2;
-- rollback:
-- rollback: -- table public.p
-- rollback: do $$ begin
-- rollback:   if exists (select from pg_attribute where attrelid = 'public.p'::regclass and attname = 'note' and attnotnull) then
-- rollback:     alter table public.p alter column note drop not null;
-- rollback:   end if;
-- rollback: end $$;
-- rollback:
-- rollback: -- then: supabase migration repair --status reverted 20260101000000
