-- recursive_and_window: +1 table, +1 view
--   undo      schemac rollback; marked lines below cannot bring data back
--   compared  nothing with after.sql (1 file), PostgreSQL 17
set lock_timeout = '5s';

-- table public.nodes
create table if not exists public.nodes (
  id        integer primary key,
  parent_id integer,
  weight    integer
);

-- view public.tree
create or replace view public.tree as
  with recursive w as (select id, parent_id, 0 as depth from public.nodes where parent_id is null
    union all select n.id, n.parent_id, w.depth + 1 from public.nodes n join w on n.parent_id = w.id)
  select w.*, rank() over (partition by w.depth order by n.weight desc) as rank from w join public.nodes n using (id);

-- rollback: set lock_timeout = '5s';
-- rollback:
-- rollback: -- view public.tree
-- rollback: drop view if exists public.tree;
-- rollback:
-- rollback: -- table public.nodes
-- rollback: -- LOST: the rows of public.nodes
-- rollback: drop table if exists public.nodes;
-- rollback:
-- rollback: -- then: supabase migration repair --status reverted 20260101000000
