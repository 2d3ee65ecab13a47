-- column: ~1 table, ~1 view
--   hazards   data-loss  column public.t.title is dropped
--             may-fail   column public.t.name is NOT NULL without a default: fails where the table has rows
--             may-fail   constraint "t_name_check" of public.t may be violated by existing rows
--   undo      schemac rollback; marked lines below cannot bring data back
--   compared  before.sql (1 file) with after.sql (1 file), PostgreSQL 17
set lock_timeout = '5s';

-- table public.t
alter table public.t
  drop constraint if exists t_title_check,
  add column if not exists name text not null;
do $$ begin
  if not exists (select from pg_constraint where conrelid = 'public.t'::regclass and conname = 't_name_check' and contype = 'c') then
    alter table public.t add constraint t_name_check check (name <> '');
  end if;
end $$;

-- view public.v
create or replace view public.v as
  select id, name as title from public.t;

-- table public.t
alter table public.t drop column if exists title;

-- rollback: set lock_timeout = '5s';
-- rollback:
-- rollback: -- table public.t
-- rollback: alter table public.t drop constraint if exists t_name_check;
-- rollback: -- LOST: the values that public.t.title had do not come back
-- rollback: alter table public.t add column if not exists title text not null;
-- rollback: do $$ begin
-- rollback:   if not exists (select from pg_constraint where conrelid = 'public.t'::regclass and conname = 't_title_check' and contype = 'c') then
-- rollback:     alter table public.t add constraint t_title_check check (title <> '');
-- rollback:   end if;
-- rollback: end $$;
-- rollback:
-- rollback: -- view public.v
-- rollback: create or replace view public.v as
-- rollback:   select id, title from public.t;
-- rollback:
-- rollback: -- table public.t
-- rollback: -- LOST: the values of public.t.name
-- rollback: alter table public.t drop column if exists name;
-- rollback:
-- rollback: -- then: supabase migration repair --status reverted 20260101000000
