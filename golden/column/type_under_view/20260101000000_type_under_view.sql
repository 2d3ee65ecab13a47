-- type_under_view: ~1 table, ~1 view
--   hazards   breaks-clients  column public.t.n changes from integer to bigint
--             rewrite         table public.t is written anew, neither read nor written by others, while column public.t.n is altered
--   locks     public.t  access exclusive, for the length of a rewrite
--   undo      schemac rollback; marked lines below cannot bring data back
--   compared  before.sql (1 file) with after.sql (1 file), PostgreSQL 17
set lock_timeout = '5s';

-- view public.v
drop view if exists public.v;

-- table public.t
do $$ begin
  if exists (select from pg_attribute where attrelid = 'public.t'::regclass and attname = 'n' and atttypid <> 'bigint'::regtype) then
    alter table public.t alter column n type bigint;
  end if;
end $$;

-- view public.v
create or replace view public.v as
  select id, n from public.t;
grant select on public.v to reader;
comment on view public.v is 'kept';

-- rollback: set lock_timeout = '5s';
-- rollback:
-- rollback: -- view public.v
-- rollback: drop view if exists public.v;
-- rollback:
-- rollback: -- table public.t
-- rollback: do $$ begin
-- rollback:   if exists (select from pg_attribute where attrelid = 'public.t'::regclass and attname = 'n' and atttypid <> 'integer'::regtype) then
-- rollback:     alter table public.t alter column n type integer;
-- rollback:   end if;
-- rollback: end $$;
-- rollback:
-- rollback: -- view public.v
-- rollback: create or replace view public.v as
-- rollback:   select id, n from public.t;
-- rollback: grant select on public.v to reader;
-- rollback: comment on view public.v is 'kept';
-- rollback:
-- rollback: -- then: supabase migration repair --status reverted 20260101000000
