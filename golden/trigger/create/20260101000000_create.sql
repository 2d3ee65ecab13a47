-- create: +2 triggers
--   locks     public.t  share row exclusive, short
--   undo      schemac rollback; marked lines below cannot bring data back
--   compared  before.sql (1 file) with after.sql (1 file), PostgreSQL 17
set lock_timeout = '5s';

-- triggers of public.t
drop trigger if exists t_after on public.t;
create trigger t_after after delete on public.t
  referencing old table as gone
  for each statement execute function public.touch();
drop trigger if exists t_touch on public.t;
create trigger t_touch before insert or update of a, b on public.t
  for each row when (new.a > 0) execute function public.touch('x', '1');

-- comments on trigger "t_touch" of public.t
comment on trigger t_touch on public.t is 'Touches';

-- rollback: set lock_timeout = '5s';
-- rollback:
-- rollback: -- triggers of public.t
-- rollback: drop trigger if exists t_after on public.t;
-- rollback: drop trigger if exists t_touch on public.t;
-- rollback:
-- rollback: -- then: supabase migration repair --status reverted 20260101000000
