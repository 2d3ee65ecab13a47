-- self: +1 table
--   undo      schemac rollback; marked lines below cannot bring data back
--   compared  nothing with after.sql (1 file), PostgreSQL 17
set lock_timeout = '5s';

-- table public.nodes
create table if not exists public.nodes (
  id        integer primary key,
  parent_id integer references public.nodes (id) on delete cascade
);

-- rollback: set lock_timeout = '5s';
-- rollback:
-- rollback: -- table public.nodes
-- rollback: -- LOST: the rows of public.nodes
-- rollback: drop table if exists public.nodes;
-- rollback:
-- rollback: -- then: supabase migration repair --status reverted 20260101000000
