-- not_null, file 2 of 2: ~1 table
--   hazards   may-fail  column public.t.a becomes NOT NULL: fails where a row has none
--             scan      table public.t is read through while column public.t.a is altered
--             may-fail  column public.t.b becomes NOT NULL: fails where a row has none
--             scan      table public.t is read through while column public.t.b is altered
--             may-fail  column public.t."Odd Name" becomes NOT NULL: fails where a row has none
--             scan      table public.t is read through while column public.t."Odd Name" is altered
--             may-fail  constraint "t_a_check" of public.t may be violated by existing rows
--             scan      table public.t is read through while constraint "t_a_check" of public.t is altered
--   locks     public.t  access exclusive, short, after share update exclusive while it is read through
set lock_timeout = '5s';

-- table public.t
alter table public.t validate constraint t_a_check;
do $$ begin
  if exists (select from pg_attribute where attrelid = 'public.t'::regclass and attname = 'a' and not attnotnull) then
    if not exists (select from pg_constraint where conrelid = 'public.t'::regclass and conname = 't_a_is_set' and contype = 'c') then
      alter table public.t add constraint t_a_is_set check (a is not null) not valid;
    end if;
    alter table public.t validate constraint t_a_is_set;
  end if;
  if exists (select from pg_attribute where attrelid = 'public.t'::regclass and attname = 'b' and not attnotnull) then
    if not exists (select from pg_constraint where conrelid = 'public.t'::regclass and conname = 't_b_is_set' and contype = 'c') then
      alter table public.t add constraint t_b_is_set check (b is not null) not valid;
    end if;
    alter table public.t validate constraint t_b_is_set;
  end if;
  if exists (select from pg_attribute where attrelid = 'public.t'::regclass and attname = 'Odd Name' and not attnotnull) then
    if not exists (select from pg_constraint where conrelid = 'public.t'::regclass and conname = 't_Odd Name_is_set' and contype = 'c') then
      alter table public.t add constraint "t_Odd Name_is_set" check ("Odd Name" is not null) not valid;
    end if;
    alter table public.t validate constraint "t_Odd Name_is_set";
  end if;
end $$;
alter table public.t
  alter column a set not null,
  alter column b set not null,
  alter column "Odd Name" set not null;
alter table public.t drop constraint if exists t_a_is_set;
alter table public.t drop constraint if exists t_b_is_set;
alter table public.t drop constraint if exists "t_Odd Name_is_set";

-- rollback: set lock_timeout = '5s';
-- rollback:
-- rollback: -- table public.t
-- rollback: alter table public.t
-- rollback:   alter column a drop not null,
-- rollback:   alter column b drop not null,
-- rollback:   alter column "Odd Name" drop not null;
-- rollback:
-- rollback: -- then: supabase migration repair --status reverted 20260101000001
