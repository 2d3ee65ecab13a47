-- column, file 1 of 2: ~1 table
--   hazards   breaks-clients  column public.t.cost changes from integer to bigint
--             rewrite         table public.t is written anew, neither read nor written by others, while column public.t.cost is altered
--             breaks-clients  column public.t.name was called title
--             breaks-clients  column public.t.cost was called budget
--   locks     public.t  access exclusive, for the length of a rewrite
--   undo      schemac rollback, last file first; marked lines below cannot bring data back
--   compared  before.sql (1 file) with after.sql (1 file), PostgreSQL 17
set lock_timeout = '5s';

-- table public.t
do $$ begin
  if exists (select from pg_attribute where attrelid = 'public.t'::regclass and attname = 'title' and not attisdropped)
     and not exists (select from pg_attribute where attrelid = 'public.t'::regclass and attname = 'name' and not attisdropped) then
    alter table public.t rename column title to name;
  end if;
  if exists (select from pg_attribute where attrelid = 'public.t'::regclass and attname = 'budget' and not attisdropped)
     and not exists (select from pg_attribute where attrelid = 'public.t'::regclass and attname = 'cost' and not attisdropped) then
    alter table public.t rename column budget to cost;
  end if;
  if exists (select from pg_attribute where attrelid = 'public.t'::regclass and attname = 'name' and not attnotnull)
     and not exists (select from pg_constraint where conrelid = 'public.t'::regclass and conname = 't_name_is_set' and contype = 'c') then
    alter table public.t add constraint t_name_is_set check (name is not null) not valid;
  end if;
  if exists (select from pg_attribute where attrelid = 'public.t'::regclass and attname = 'cost' and atttypid <> 'bigint'::regtype) then
    alter table public.t alter column cost type bigint;
  end if;
  if exists (select from pg_constraint where conrelid = 'public.t'::regclass and conname = 't_budget_check' and contype = 'c')
     and not exists (select from pg_constraint where conrelid = 'public.t'::regclass and conname = 't_cost_check' and contype = 'c') then
    alter table public.t rename constraint t_budget_check to t_cost_check;
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
-- rollback:   if exists (select from pg_attribute where attrelid = 'public.t'::regclass and attname = 'cost' and not attisdropped)
-- rollback:      and not exists (select from pg_attribute where attrelid = 'public.t'::regclass and attname = 'budget' and not attisdropped) then
-- rollback:     alter table public.t rename column cost to budget;
-- rollback:   end if;
-- rollback: end $$;
-- rollback: alter table public.t drop constraint if exists t_name_is_set;
-- rollback: do $$ begin
-- rollback:   if exists (select from pg_attribute where attrelid = 'public.t'::regclass and attname = 'budget' and atttypid <> 'integer'::regtype) then
-- rollback:     alter table public.t alter column budget type integer;
-- rollback:   end if;
-- rollback:   if exists (select from pg_constraint where conrelid = 'public.t'::regclass and conname = 't_cost_check' and contype = 'c')
-- rollback:      and not exists (select from pg_constraint where conrelid = 'public.t'::regclass and conname = 't_budget_check' and contype = 'c') then
-- rollback:     alter table public.t rename constraint t_cost_check to t_budget_check;
-- rollback:   end if;
-- rollback: end $$;
-- rollback:
-- rollback: -- then: supabase migration repair --status reverted 20260101000000
