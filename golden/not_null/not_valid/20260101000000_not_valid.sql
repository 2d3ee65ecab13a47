-- not_valid: +1 table, ~1 table
--   hazards   may-fail     column public.t.a becomes NOT NULL: fails where a row has none
--             locks-reads  table public.t is read through, neither read nor written by others, while column public.t.a is altered
--   locks     public.t  access exclusive, while it is read through
--   undo      schemac rollback; marked lines below cannot bring data back
--   compared  before.sql (1 file) with after.sql (1 file), PostgreSQL 18
set lock_timeout = '5s';

-- table public.t
do $$ begin
  if not exists (select from pg_constraint where conrelid = 'public.t'::regclass and conname = 'a_is_there' and contype = 'n') then
    alter table public.t add constraint a_is_there not null a not valid;
  end if;
end $$;

-- table public.u
create table if not exists public.u (
  id integer
);
do $$ begin
  if not exists (select from pg_constraint where conrelid = 'public.u'::regclass and conname = 'u_id_not_null' and contype = 'n') then
    alter table public.u add constraint u_id_not_null not null id not valid;
  end if;
end $$;

-- rollback: set lock_timeout = '5s';
-- rollback:
-- rollback: -- table public.u
-- rollback: -- LOST: the rows of public.u
-- rollback: drop table if exists public.u;
-- rollback:
-- rollback: -- table public.t
-- rollback: alter table public.t alter column a drop not null;
-- rollback:
-- rollback: -- then: supabase migration repair --status reverted 20260101000000
