-- plain: ~1 table
--   hazards   may-fail     constraint "t_a_check" of public.t may be violated by existing rows
--             locks-reads  table public.t is read through, neither read nor written by others, while constraint "t_a_check" of public.t is made
--             may-fail     column public.t.a becomes NOT NULL: fails where a row has none
--             locks-reads  table public.t is read through, neither read nor written by others, while column public.t.a is altered
--   locks     public.t  access exclusive, while it is read through
--   undo      schemac rollback; marked lines below cannot bring data back
--   compared  before.sql (1 file) with after.sql (1 file), PostgreSQL 17
set lock_timeout = '5s';

-- table public.t
alter table public.t alter column a set not null;
do $$ begin
  if not exists (select from pg_constraint where conrelid = 'public.t'::regclass and conname = 't_a_check' and contype = 'c') then
    alter table public.t add constraint t_a_check check (a <> '');
  end if;
end $$;

-- rollback: set lock_timeout = '5s';
-- rollback:
-- rollback: -- table public.t
-- rollback: alter table public.t
-- rollback:   drop constraint if exists t_a_check,
-- rollback:   alter column a drop not null;
-- rollback:
-- rollback: -- then: supabase migration repair --status reverted 20260101000000
