-- alter: ~1 domain
--   hazards   may-fail  domain public.code becomes NOT NULL
--   undo      schemac rollback; marked lines below cannot bring data back
--   compared  before.sql (1 file) with after.sql (1 file), PostgreSQL 17
set lock_timeout = '5s';

-- domain public.code
alter domain public.code drop constraint if exists short;
alter domain public.code set not null;
alter domain public.code drop default;
alter domain public.code add constraint short check (length(value) < 20);
do $$ begin
  if not exists (select from pg_constraint where contypid = 'public.code'::regtype and conname = 'upper_case' and contype = 'c') then
    alter domain public.code add constraint upper_case check (value = upper(value));
  end if;
end $$;

-- rollback: set lock_timeout = '5s';
-- rollback:
-- rollback: -- domain public.code
-- rollback: alter domain public.code drop constraint if exists short;
-- rollback: alter domain public.code drop constraint if exists upper_case;
-- rollback: alter domain public.code drop not null;
-- rollback: alter domain public.code set default 'x';
-- rollback: alter domain public.code add constraint short check (length(value) < 10);
-- rollback:
-- rollback: -- then: supabase migration repair --status reverted 20260101000000
