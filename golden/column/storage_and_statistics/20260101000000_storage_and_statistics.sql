-- storage_and_statistics: ~1 table
--   locks     public.t  access exclusive, short
--   undo      schemac rollback; marked lines below cannot bring data back
--   compared  before.sql (1 file) with after.sql (1 file), PostgreSQL 17
set lock_timeout = '5s';

-- table public.t
alter table public.t
  alter column id set (n_distinct = '-1'),
  alter column doc set storage external,
  alter column doc set statistics 200;

-- rollback: set lock_timeout = '5s';
-- rollback:
-- rollback: -- table public.t
-- rollback: alter table public.t
-- rollback:   alter column id reset (n_distinct),
-- rollback:   alter column doc set storage extended,
-- rollback:   alter column doc set statistics -1;
-- rollback:
-- rollback: -- then: supabase migration repair --status reverted 20260101000000
