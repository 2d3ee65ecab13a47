-- rename: ~2 tables
--   locks     public.p  access exclusive, short
--             public.t  access exclusive, short
--   undo      schemac rollback; marked lines below cannot bring data back
--   compared  before.sql (1 file) with after.sql (1 file), PostgreSQL 18
set lock_timeout = '5s';

-- table public.p
do $$ begin
  if exists (select from pg_constraint where conrelid = 'public.p'::regclass and conname = 'old_name' and contype = 'n')
     and not exists (select from pg_constraint where conrelid = 'public.p'::regclass and conname = 'new_name' and contype = 'n') then
    alter table public.p rename constraint old_name to new_name;
  end if;
end $$;

-- table public.t
do $$ begin
  if exists (select from pg_constraint where conrelid = 'public.t'::regclass and conname = 'a_is_there' and contype = 'n')
     and not exists (select from pg_constraint where conrelid = 'public.t'::regclass and conname = 't_a_not_null' and contype = 'n') then
    alter table public.t rename constraint a_is_there to t_a_not_null;
  end if;
end $$;

-- rollback: set lock_timeout = '5s';
-- rollback:
-- rollback: -- table public.p
-- rollback: do $$ begin
-- rollback:   if exists (select from pg_constraint where conrelid = 'public.p'::regclass and conname = 'new_name' and contype = 'n')
-- rollback:      and not exists (select from pg_constraint where conrelid = 'public.p'::regclass and conname = 'old_name' and contype = 'n') then
-- rollback:     alter table public.p rename constraint new_name to old_name;
-- rollback:   end if;
-- rollback: end $$;
-- rollback:
-- rollback: -- table public.t
-- rollback: do $$ begin
-- rollback:   if exists (select from pg_constraint where conrelid = 'public.t'::regclass and conname = 't_a_not_null' and contype = 'n')
-- rollback:      and not exists (select from pg_constraint where conrelid = 'public.t'::regclass and conname = 'a_is_there' and contype = 'n') then
-- rollback:     alter table public.t rename constraint t_a_not_null to a_is_there;
-- rollback:   end if;
-- rollback: end $$;
-- rollback:
-- rollback: -- then: supabase migration repair --status reverted 20260101000000
