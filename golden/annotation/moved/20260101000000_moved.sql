-- moved: ~1 table
--   hazards   breaks-clients  table app.t was called public.t
--   locks     app.t  access exclusive, short
--   undo      schemac rollback; marked lines below cannot bring data back
--   compared  before.sql (1 file) with after.sql (1 file), PostgreSQL 17
set lock_timeout = '5s';

-- table app.t
do $$ begin
  if to_regclass('public.t') is not null
     and to_regclass('app.t') is null then
    alter table public.t set schema app;
  end if;
end $$;

-- rollback: set lock_timeout = '5s';
-- rollback:
-- rollback: -- table public.t
-- rollback: do $$ begin
-- rollback:   if to_regclass('app.t') is not null
-- rollback:      and to_regclass('public.t') is null then
-- rollback:     alter table app.t set schema public;
-- rollback:   end if;
-- rollback: end $$;
-- rollback:
-- rollback: -- then: supabase migration repair --status reverted 20260101000000
