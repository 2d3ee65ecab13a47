-- drop: ~1 table, -1 collation
--   locks     public.people  access exclusive, short
--   undo      schemac rollback; marked lines below cannot bring data back
--   compared  before.sql (1 file) with after.sql (1 file), PostgreSQL 17
set lock_timeout = '5s';

-- table public.people
alter table public.people alter column name type text;

-- collation public.plain
drop collation if exists public.plain;

-- rollback: set lock_timeout = '5s';
-- rollback:
-- rollback: -- collation public.plain
-- rollback: create collation if not exists public.plain (locale = 'C');
-- rollback:
-- rollback: -- table public.people
-- rollback: alter table public.people alter column name type text collate public.plain;
-- rollback:
-- rollback: -- then: supabase migration repair --status reverted 20260101000000
