-- alter: ~1 table
--   undo      schemac rollback; marked lines below cannot bring data back
--   compared  before.sql (1 file) with after.sql (1 file), PostgreSQL 17
set lock_timeout = '5s';

-- security labels on table public.t
security label for selinux on column public.t.a is null;
security label for selinux on table public.t is 'new';

-- rollback: set lock_timeout = '5s';
-- rollback:
-- rollback: -- security labels on table public.t
-- rollback: security label for selinux on table public.t is 'old';
-- rollback: security label for selinux on column public.t.a is 'gone';
-- rollback:
-- rollback: -- then: supabase migration repair --status reverted 20260101000000
