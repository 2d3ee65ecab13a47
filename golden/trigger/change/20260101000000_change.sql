-- change: ~1 trigger
--   locks     public.t  access exclusive, short
--   undo      schemac rollback; marked lines below cannot bring data back
--   compared  before.sql (1 file) with after.sql (1 file), PostgreSQL 17
set lock_timeout = '5s';

-- trigger "t_touch" of public.t
drop trigger if exists t_touch on public.t;
create trigger t_touch before insert or update on public.t
  for each row execute function public.touch();

-- rollback: set lock_timeout = '5s';
-- rollback:
-- rollback: -- trigger "t_touch" of public.t
-- rollback: drop trigger if exists t_touch on public.t;
-- rollback: create trigger t_touch before update on public.t
-- rollback:   for each row execute function public.touch();
-- rollback:
-- rollback: -- then: supabase migration repair --status reverted 20260101000000
