-- type_under_index_and_policy: ~1 table, ~1 policy
--   hazards   breaks-clients  column public.t.n changes from integer to bigint
--             rewrite         table public.t is written anew, neither read nor written by others, while column public.t.n is altered
--             may-fail        column public.t.owner goes from text to character varying(63): every value must convert
--             breaks-clients  column public.t.owner changes from text to character varying(63)
--             rewrite         table public.t is written anew, neither read nor written by others, while column public.t.owner is altered
--   locks     public.t  access exclusive, for the length of a rewrite
--   undo      schemac rollback; marked lines below cannot bring data back
--   compared  before.sql (1 file) with after.sql (1 file), PostgreSQL 17
set lock_timeout = '5s';

-- policy "mine" of public.t
drop policy if exists mine on public.t;

-- table public.t
do $$ begin
  if exists (select from pg_attribute where attrelid = 'public.t'::regclass and attname = 'n' and atttypid <> 'bigint'::regtype) then
    alter table public.t alter column n type bigint;
  end if;
  if exists (select from pg_attribute where attrelid = 'public.t'::regclass and attname = 'owner' and format_type(atttypid, atttypmod) <> 'character varying(63)') then
    alter table public.t alter column owner type varchar(63);
  end if;
end $$;

-- policy "mine" of public.t
drop policy if exists mine on public.t;
create policy mine on public.t using (owner = current_user);

-- rollback: set lock_timeout = '5s';
-- rollback:
-- rollback: -- policy "mine" of public.t
-- rollback: drop policy if exists mine on public.t;
-- rollback:
-- rollback: -- table public.t
-- rollback: do $$ begin
-- rollback:   if exists (select from pg_attribute where attrelid = 'public.t'::regclass and attname = 'n' and atttypid <> 'integer'::regtype) then
-- rollback:     alter table public.t alter column n type integer;
-- rollback:   end if;
-- rollback:   if exists (select from pg_attribute where attrelid = 'public.t'::regclass and attname = 'owner' and format_type(atttypid, atttypmod) <> 'text') then
-- rollback:     alter table public.t alter column owner type text;
-- rollback:   end if;
-- rollback: end $$;
-- rollback:
-- rollback: -- policy "mine" of public.t
-- rollback: drop policy if exists mine on public.t;
-- rollback: create policy mine on public.t using (owner = current_user);
-- rollback:
-- rollback: -- then: supabase migration repair --status reverted 20260101000000
