-- set_not_null: ~1 table
--   hazards   may-fail     column public.t.n becomes NOT NULL: fails where a row has none
--             locks-reads  table public.t is read through, neither read nor written by others, while column public.t.n is altered
--   locks     public.t  access exclusive, while it is read through
--   undo      schemac rollback; marked lines below cannot bring data back
--   compared  before.sql (1 file) with after.sql (1 file), PostgreSQL 17
set lock_timeout = '5s';

-- table public.t
alter table public.t
  alter column n set not null,
  alter column m drop not null;

-- rollback: set lock_timeout = '5s';
-- rollback:
-- rollback: -- table public.t
-- rollback: alter table public.t
-- rollback:   alter column n drop not null,
-- rollback:   alter column m set not null;
-- rollback:
-- rollback: -- then: supabase migration repair --status reverted 20260101000000
