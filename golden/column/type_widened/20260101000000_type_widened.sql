-- type_widened: ~1 table
--   hazards   breaks-clients  column public.t.d changes from numeric(5,2) to numeric(8,2)
--             breaks-clients  column public.t.id changes from integer to bigint
--             rewrite         table public.t is written anew, neither read nor written by others, while column public.t.id is altered
--             breaks-clients  column public.t.n changes from integer to bigint
--             rewrite         table public.t is written anew, neither read nor written by others, while column public.t.n is altered
--             breaks-clients  column public.t.s changes from character varying(20) to character varying(50)
--   locks     public.t  access exclusive, for the length of a rewrite
--   undo      schemac rollback; marked lines below cannot bring data back
--   compared  before.sql (1 file) with after.sql (1 file), PostgreSQL 17
set lock_timeout = '5s';

-- table public.t
do $$ begin
  if exists (select from pg_attribute where attrelid = 'public.t'::regclass and attname = 'id' and atttypid <> 'bigint'::regtype) then
    alter table public.t alter column id type bigint;
  end if;
  if exists (select from pg_attribute where attrelid = 'public.t'::regclass and attname = 'n' and atttypid <> 'bigint'::regtype) then
    alter table public.t alter column n type bigint;
  end if;
  if exists (select from pg_attribute where attrelid = 'public.t'::regclass and attname = 's' and format_type(atttypid, atttypmod) <> 'character varying(50)') then
    alter table public.t alter column s type varchar(50);
  end if;
  if exists (select from pg_attribute where attrelid = 'public.t'::regclass and attname = 'd' and format_type(atttypid, atttypmod) <> 'numeric(8,2)') then
    alter table public.t alter column d type numeric(8,2);
  end if;
end $$;

-- rollback: set lock_timeout = '5s';
-- rollback:
-- rollback: -- table public.t
-- rollback: do $$ begin
-- rollback:   if exists (select from pg_attribute where attrelid = 'public.t'::regclass and attname = 'id' and atttypid <> 'integer'::regtype) then
-- rollback:     alter table public.t alter column id type integer;
-- rollback:   end if;
-- rollback:   if exists (select from pg_attribute where attrelid = 'public.t'::regclass and attname = 'n' and atttypid <> 'integer'::regtype) then
-- rollback:     alter table public.t alter column n type integer;
-- rollback:   end if;
-- rollback:   if exists (select from pg_attribute where attrelid = 'public.t'::regclass and attname = 's' and format_type(atttypid, atttypmod) <> 'character varying(20)') then
-- rollback:     alter table public.t alter column s type varchar(20);
-- rollback:   end if;
-- rollback:   if exists (select from pg_attribute where attrelid = 'public.t'::regclass and attname = 'd' and format_type(atttypid, atttypmod) <> 'numeric(5,2)') then
-- rollback:     alter table public.t alter column d type numeric(5,2);
-- rollback:   end if;
-- rollback: end $$;
-- rollback:
-- rollback: -- then: supabase migration repair --status reverted 20260101000000
