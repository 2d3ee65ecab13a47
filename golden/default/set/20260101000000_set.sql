-- set: ~1 table
--   locks     public.t  access exclusive, short
--   undo      schemac rollback; marked lines below cannot bring data back
--   compared  before.sql (1 file) with after.sql (1 file), PostgreSQL 17
set lock_timeout = '5s';

-- table public.t
alter table public.t
  alter column a set default -1,
  alter column b set default 'it''s',
  alter column c set default now(),
  alter column id set default 1;

-- rollback: set lock_timeout = '5s';
-- rollback:
-- rollback: -- table public.t
-- rollback: alter table public.t
-- rollback:   alter column a drop default,
-- rollback:   alter column b drop default,
-- rollback:   alter column c drop default,
-- rollback:   alter column id drop default;
-- rollback:
-- rollback: -- then: supabase migration repair --status reverted 20260101000000
