-- star: ~1 table, ~1 view
--   locks     public.t  access exclusive, short
--   undo      schemac rollback; marked lines below cannot bring data back
--   compared  before.sql (1 file) with after.sql (1 file), PostgreSQL 17
set lock_timeout = '5s';

-- table public.t
alter table public.t add column if not exists c date;

-- view public.v
create or replace view public.v as
  select id, a, b, c from public.t;

-- rollback: set lock_timeout = '5s';
-- rollback:
-- rollback: -- view public.v
-- rollback: drop view if exists public.v;
-- rollback:
-- rollback: -- table public.t
-- rollback: -- LOST: the values of public.t.c
-- rollback: alter table public.t drop column if exists c;
-- rollback:
-- rollback: -- view public.v
-- rollback: create or replace view public.v as
-- rollback:   select id, a, b from public.t;
-- rollback:
-- rollback: -- then: supabase migration repair --status reverted 20260101000000
