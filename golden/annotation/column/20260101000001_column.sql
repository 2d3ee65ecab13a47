-- column, file 2 of 2: ~1 table
--   hazards   may-fail  column public.t.name becomes NOT NULL: fails where a row has none
--             scan      table public.t is read through while column public.t.name is altered
--   locks     public.t  access exclusive, short, after share update exclusive while it is read through
set lock_timeout = '5s';

-- table public.t
do $$ begin
  if exists (select from pg_attribute where attrelid = 'public.t'::regclass and attname = 'name' and not attnotnull) then
    if not exists (select from pg_constraint where conrelid = 'public.t'::regclass and conname = 't_name_is_set' and contype = 'c') then
      alter table public.t add constraint t_name_is_set check (name is not null) not valid;
    end if;
    alter table public.t validate constraint t_name_is_set;
  end if;
end $$;
alter table public.t alter column name set not null;
alter table public.t drop constraint if exists t_name_is_set;

-- rollback: set lock_timeout = '5s';
-- rollback:
-- rollback: -- table public.t
-- rollback: alter table public.t alter column name drop not null;
-- rollback:
-- rollback: -- then: supabase migration repair --status reverted 20260101000001
