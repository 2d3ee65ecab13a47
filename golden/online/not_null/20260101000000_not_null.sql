-- not_null, file 1 of 2: ~1 table
--   hazards   breaks-clients  column public.t.b changes from integer to bigint
--             rewrite         table public.t is written anew, neither read nor written by others, while column public.t.b is altered
--   locks     public.t  access exclusive, for the length of a rewrite
--   undo      schemac rollback, last file first; marked lines below cannot bring data back
--   compared  before.sql (1 file) with after.sql (1 file), PostgreSQL 17
set lock_timeout = '5s';

-- table public.t
do $$ begin
  if exists (select from pg_attribute where attrelid = 'public.t'::regclass and attname = 'a' and not attnotnull)
     and not exists (select from pg_constraint where conrelid = 'public.t'::regclass and conname = 't_a_is_set' and contype = 'c') then
    alter table public.t add constraint t_a_is_set check (a is not null) not valid;
  end if;
  if exists (select from pg_attribute where attrelid = 'public.t'::regclass and attname = 'b' and atttypid <> 'bigint'::regtype) then
    alter table public.t alter column b type bigint;
  end if;
  if exists (select from pg_attribute where attrelid = 'public.t'::regclass and attname = 'b' and not attnotnull)
     and not exists (select from pg_constraint where conrelid = 'public.t'::regclass and conname = 't_b_is_set' and contype = 'c') then
    alter table public.t add constraint t_b_is_set check (b is not null) not valid;
  end if;
  if exists (select from pg_attribute where attrelid = 'public.t'::regclass and attname = 'Odd Name' and not attnotnull)
     and not exists (select from pg_constraint where conrelid = 'public.t'::regclass and conname = 't_Odd Name_is_set' and contype = 'c') then
    alter table public.t add constraint "t_Odd Name_is_set" check ("Odd Name" is not null) not valid;
  end if;
  if not exists (select from pg_constraint where conrelid = 'public.t'::regclass and conname = 't_a_check' and contype = 'c') then
    alter table public.t add constraint t_a_check check (a <> '') not valid;
  end if;
end $$;

-- rollback: set lock_timeout = '5s';
-- rollback:
-- rollback: -- table public.t
-- rollback: alter table public.t
-- rollback:   drop constraint if exists "t_Odd Name_is_set",
-- rollback:   drop constraint if exists t_a_check,
-- rollback:   drop constraint if exists t_a_is_set,
-- rollback:   drop constraint if exists t_b_is_set;
-- rollback: do $$ begin
-- rollback:   if exists (select from pg_attribute where attrelid = 'public.t'::regclass and attname = 'b' and atttypid <> 'integer'::regtype) then
-- rollback:     alter table public.t alter column b type integer;
-- rollback:   end if;
-- rollback: end $$;
-- rollback:
-- rollback: -- then: supabase migration repair --status reverted 20260101000000
