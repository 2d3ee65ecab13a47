-- inherited: ~2 tables
--   hazards   may-fail     column public.child.a becomes NOT NULL: fails where a row has none
--             locks-reads  table public.child is read through, neither read nor written by others, while column public.child.a is altered
--             may-fail     column public.parent.a becomes NOT NULL: fails where a row has none
--             locks-reads  table public.parent is read through, neither read nor written by others, while column public.parent.a is altered
--   locks     public.child   access exclusive, while it is read through
--             public.parent  access exclusive, while it is read through
--   undo      schemac rollback; marked lines below cannot bring data back
--   compared  before.sql (1 file) with after.sql (1 file), PostgreSQL 17
set lock_timeout = '5s';

-- table public.child
alter table public.child alter column a set not null;

-- table public.parent
alter table public.parent alter column a set not null;

-- rollback: set lock_timeout = '5s';
-- rollback:
-- rollback: -- table public.child
-- rollback: alter table public.child alter column a drop not null;
-- rollback:
-- rollback: -- table public.parent
-- rollback: alter table public.parent alter column a drop not null;
-- rollback:
-- rollback: -- then: supabase migration repair --status reverted 20260101000000
