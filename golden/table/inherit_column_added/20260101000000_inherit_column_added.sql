-- inherit_column_added: ~1 table
--   locks     public.base  access exclusive, short
--   undo      schemac rollback; marked lines below cannot bring data back
--   compared  before.sql (1 file) with after.sql (1 file), PostgreSQL 17
set lock_timeout = '5s';

-- table public.base
alter table public.base add column if not exists added text not null default 'x';

-- rollback: set lock_timeout = '5s';
-- rollback:
-- rollback: -- table public.base
-- rollback: -- LOST: the values of public.base.added
-- rollback: alter table public.base drop column if exists added;
-- rollback:
-- rollback: -- then: supabase migration repair --status reverted 20260101000000
