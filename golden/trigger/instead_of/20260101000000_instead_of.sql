-- instead_of: +1 trigger
--   undo      schemac rollback; marked lines below cannot bring data back
--   compared  before.sql (1 file) with after.sql (1 file), PostgreSQL 17
set lock_timeout = '5s';

-- trigger "v_insert" of public.v
drop trigger if exists v_insert on public.v;
create trigger v_insert instead of insert on public.v
  for each row execute function public.touch();

-- rollback: set lock_timeout = '5s';
-- rollback:
-- rollback: -- trigger "v_insert" of public.v
-- rollback: drop trigger if exists v_insert on public.v;
-- rollback:
-- rollback: -- then: supabase migration repair --status reverted 20260101000000
