-- change: ~1 table
--   locks     public.t  access exclusive, short
--   undo      schemac rollback; marked lines below cannot bring data back
--   compared  before.sql (1 file) with after.sql (1 file), PostgreSQL 17
set lock_timeout = '5s';

-- table public.t
alter table public.t
  alter column a set default 6,
  alter column b set default 'y',
  alter column c set default '{"k": 1}';

-- rollback: set lock_timeout = '5s';
-- rollback:
-- rollback: -- table public.t
-- rollback: alter table public.t
-- rollback:   alter column a set default 5,
-- rollback:   alter column b set default 'x',
-- rollback:   alter column c set default '{}';
-- rollback:
-- rollback: -- then: supabase migration repair --status reverted 20260101000000
