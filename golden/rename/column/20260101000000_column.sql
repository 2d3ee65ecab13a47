-- column: ~1 table
--   hazards   breaks-clients  column public.t.name was called title
--   locks     public.t  access exclusive, short
--   undo      schemac rollback; marked lines below cannot bring data back
--   compared  before.sql (1 file) with after.sql (1 file), PostgreSQL 17
set lock_timeout = '5s';

-- table public.t
do $$ begin
  if exists (select from pg_attribute where attrelid = 'public.t'::regclass and attname = 'title' and not attisdropped)
     and not exists (select from pg_attribute where attrelid = 'public.t'::regclass and attname = 'name' and not attisdropped) then
    alter table public.t rename column title to name;
  end if;
  if exists (select from pg_constraint where conrelid = 'public.t'::regclass and conname = 't_title_check' and contype = 'c')
     and not exists (select from pg_constraint where conrelid = 'public.t'::regclass and conname = 't_name_check' and contype = 'c') then
    alter table public.t rename constraint t_title_check to t_name_check;
  end if;
end $$;

-- rollback: set lock_timeout = '5s';
-- rollback:
-- rollback: -- table public.t
-- rollback: do $$ begin
-- rollback:   if exists (select from pg_attribute where attrelid = 'public.t'::regclass and attname = 'name' and not attisdropped)
-- rollback:      and not exists (select from pg_attribute where attrelid = 'public.t'::regclass and attname = 'title' and not attisdropped) then
-- rollback:     alter table public.t rename column name to title;
-- rollback:   end if;
-- rollback:   if exists (select from pg_constraint where conrelid = 'public.t'::regclass and conname = 't_name_check' and contype = 'c')
-- rollback:      and not exists (select from pg_constraint where conrelid = 'public.t'::regclass and conname = 't_title_check' and contype = 'c') then
-- rollback:     alter table public.t rename constraint t_name_check to t_title_check;
-- rollback:   end if;
-- rollback: end $$;
-- rollback:
-- rollback: -- then: supabase migration repair --status reverted 20260101000000
