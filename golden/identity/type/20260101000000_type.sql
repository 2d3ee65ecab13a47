-- type: ~1 table, ~1 sequence
--   hazards   rewrite         column public.t.id becomes bigint: the table may be rewritten, and values must convert
--             breaks-clients  column public.t.id changes from integer to bigint
--   undo      schemac rollback; marked lines below cannot bring data back
--   compared  before.sql (1 file) with after.sql (1 file), PostgreSQL 17
set lock_timeout = '5s';

-- table public.t
do $$ begin
  if exists (select from pg_attribute where attrelid = 'public.t'::regclass and attname = 'id' and atttypid <> 'bigint'::regtype) then
    alter table public.t alter column id type bigint;
  end if;
end $$;

-- rollback: set lock_timeout = '5s';
-- rollback:
-- rollback: -- table public.t
-- rollback: do $$ begin
-- rollback:   if exists (select from pg_attribute where attrelid = 'public.t'::regclass and attname = 'id' and atttypid <> 'integer'::regtype) then
-- rollback:     alter table public.t alter column id type integer;
-- rollback:   end if;
-- rollback: end $$;
-- rollback:
-- rollback: -- then: supabase migration repair --status reverted 20260101000000
