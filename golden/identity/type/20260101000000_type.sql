-- type: ~1 table, ~1 sequence
--   hazards   breaks-clients  column public.t.id changes from integer to bigint
--             rewrite         table public.t is written anew, neither read nor written by others, while column public.t.id is altered
--   locks     public.t  access exclusive, for the length of a rewrite
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
