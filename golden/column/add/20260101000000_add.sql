-- add: ~1 table
--   locks     public.t  access exclusive, short
--   undo      schemac rollback; marked lines below cannot bring data back
--   compared  before.sql (1 file) with after.sql (1 file), PostgreSQL 17
set lock_timeout = '5s';

-- table public.t
alter table public.t
  add column if not exists name text not null default '',
  add column if not exists added_at timestamptz default now(),
  add column if not exists score real;

-- rollback: set lock_timeout = '5s';
-- rollback:
-- rollback: -- table public.t
-- rollback: -- LOST: the values of public.t.name
-- rollback: alter table public.t drop column if exists name;
-- rollback: -- LOST: the values of public.t.added_at
-- rollback: alter table public.t drop column if exists added_at;
-- rollback: -- LOST: the values of public.t.score
-- rollback: alter table public.t drop column if exists score;
-- rollback:
-- rollback: -- then: supabase migration repair --status reverted 20260101000000
