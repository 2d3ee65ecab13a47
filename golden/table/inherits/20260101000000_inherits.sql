-- inherits: +1 table
--   locks     public.base  share update exclusive, short
--   undo      schemac rollback; marked lines below cannot bring data back
--   compared  before.sql (1 file) with after.sql (1 file), PostgreSQL 17
set lock_timeout = '5s';

-- table public.leaf
create table if not exists public.leaf (
  extra integer
) inherits (public.base);

-- rollback: set lock_timeout = '5s';
-- rollback:
-- rollback: -- table public.leaf
-- rollback: -- LOST: the rows of public.leaf
-- rollback: drop table if exists public.leaf;
-- rollback:
-- rollback: -- then: supabase migration repair --status reverted 20260101000000
