-- no_inherit: ~1 table
--   locks     public.base  share update exclusive, short
--             public.leaf  access exclusive, short
--   undo      schemac rollback; marked lines below cannot bring data back
--   compared  before.sql (1 file) with after.sql (1 file), PostgreSQL 17
set lock_timeout = '5s';

-- table public.leaf
do $$ begin
  if exists (select from pg_inherits where inhrelid = 'public.leaf'::regclass and inhparent = to_regclass('public.base')) then
    alter table public.leaf no inherit public.base;
  end if;
end $$;

-- rollback: set lock_timeout = '5s';
-- rollback:
-- rollback: -- table public.leaf
-- rollback: do $$ begin
-- rollback:   if not exists (select from pg_inherits where inhrelid = 'public.leaf'::regclass and inhparent = 'public.base'::regclass) then
-- rollback:     alter table public.leaf inherit public.base;
-- rollback:   end if;
-- rollback: end $$;
-- rollback:
-- rollback: -- then: supabase migration repair --status reverted 20260101000000
