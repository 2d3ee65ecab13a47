-- owned_by: ~1 table, ~1 sequence
--   locks     public.t  access exclusive, short
--   undo      schemac rollback; marked lines below cannot bring data back
--   compared  before.sql (1 file) with after.sql (1 file), PostgreSQL 17
set lock_timeout = '5s';

-- sequence public.s
alter sequence public.s owned by public.t.id;

-- table public.t
alter table public.t alter column id set default nextval('public.s');

-- rollback: set lock_timeout = '5s';
-- rollback:
-- rollback: -- table public.t
-- rollback: alter table public.t alter column id drop default;
-- rollback:
-- rollback: -- sequence public.s
-- rollback: alter sequence public.s owned by none;
-- rollback:
-- rollback: -- then: supabase migration repair --status reverted 20260101000000
