-- type_with_cast: ~1 table
--   hazards   may-fail        column public.t.n goes from text to integer: every value must convert
--             breaks-clients  column public.t.n changes from text to integer
--             rewrite         table public.t is written anew, neither read nor written by others, while column public.t.n is altered
--   locks     public.t  access exclusive, for the length of a rewrite
--   undo      schemac rollback; marked lines below cannot bring data back
--   compared  before.sql (1 file) with after.sql (1 file), PostgreSQL 17
set lock_timeout = '5s';

-- table public.t
do $$ begin
  if exists (select from pg_attribute where attrelid = 'public.t'::regclass and attname = 'n' and atttypid <> 'integer'::regtype) then
    alter table public.t
      alter column n drop default,
      alter column n type integer using n::integer,
      alter column n set default 0;
  end if;
end $$;
alter table public.t alter column n set default 0;

-- rollback: set lock_timeout = '5s';
-- rollback:
-- rollback: -- table public.t
-- rollback: do $$ begin
-- rollback:   if exists (select from pg_attribute where attrelid = 'public.t'::regclass and attname = 'n' and atttypid <> 'text'::regtype) then
-- rollback:     alter table public.t
-- rollback:       alter column n type text,
-- rollback:       alter column n set default '0';
-- rollback:   end if;
-- rollback: end $$;
-- rollback: alter table public.t alter column n set default '0';
-- rollback:
-- rollback: -- then: supabase migration repair --status reverted 20260101000000
