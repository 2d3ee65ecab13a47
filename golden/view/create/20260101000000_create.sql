-- create: +1 view
--   undo      schemac rollback; marked lines below cannot bring data back
--   compared  before.sql (1 file) with after.sql (1 file), PostgreSQL 17
set lock_timeout = '5s';

-- view public.v
create or replace view public.v with (security_barrier = true) as
  select id, a + 1 as next, upper(b) as loud from public.t where a > 0;
comment on column public.v.loud is 'Upper case';
comment on view public.v is 'Loud ones';

-- rollback: set lock_timeout = '5s';
-- rollback:
-- rollback: -- view public.v
-- rollback: drop view if exists public.v;
-- rollback:
-- rollback: -- then: supabase migration repair --status reverted 20260101000000
