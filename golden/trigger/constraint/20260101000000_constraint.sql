-- constraint: +1 trigger
--   locks     public.t  share row exclusive, short
--   undo      schemac rollback; marked lines below cannot bring data back
--   compared  before.sql (1 file) with after.sql (1 file), PostgreSQL 17
set lock_timeout = '5s';

-- trigger "t_check" of public.t
drop trigger if exists t_check on public.t;
create constraint trigger t_check after insert on public.t deferrable initially deferred
  for each row execute function public.touch();

-- rollback: set lock_timeout = '5s';
-- rollback:
-- rollback: -- trigger "t_check" of public.t
-- rollback: drop trigger if exists t_check on public.t;
-- rollback:
-- rollback: -- then: supabase migration repair --status reverted 20260101000000
