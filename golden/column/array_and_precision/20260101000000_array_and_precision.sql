-- array_and_precision: ~1 table
--   hazards   breaks-clients  column public.t.a changes from integer[] to bigint[]
--             rewrite         table public.t is written anew, neither read nor written by others, while column public.t.a is altered
--             may-fail        column public.t.b goes from bit(3) to bit varying(3): every value must convert
--             breaks-clients  column public.t.b changes from bit(3) to bit varying(3)
--             rewrite         table public.t is written anew, neither read nor written by others, while column public.t.b is altered
--             may-fail        column public.t.i goes from interval to interval(0): every value must convert
--             breaks-clients  column public.t.i changes from interval to interval(0)
--             rewrite         table public.t is written anew, neither read nor written by others, while column public.t.i is altered
--             data-loss       column public.t.ts goes from timestamp with time zone to timestamp(3) with time zone: what does not fit is cut off
--             breaks-clients  column public.t.ts changes from timestamp with time zone to timestamp(3) with time zone
--             rewrite         table public.t is written anew, neither read nor written by others, while column public.t.ts is altered
--   locks     public.t  access exclusive, for the length of a rewrite
--   undo      schemac rollback; marked lines below cannot bring data back
--   compared  before.sql (1 file) with after.sql (1 file), PostgreSQL 17
set lock_timeout = '5s';

-- table public.t
alter table public.t alter column a type bigint[];
do $$ begin
  if exists (select from pg_attribute where attrelid = 'public.t'::regclass and attname = 'ts' and format_type(atttypid, atttypmod) <> 'timestamp(3) with time zone') then
    alter table public.t alter column ts type timestamptz(3);
  end if;
  if exists (select from pg_attribute where attrelid = 'public.t'::regclass and attname = 'i' and format_type(atttypid, atttypmod) <> 'interval(0)') then
    alter table public.t alter column i type interval(0);
  end if;
  if exists (select from pg_attribute where attrelid = 'public.t'::regclass and attname = 'b' and format_type(atttypid, atttypmod) <> 'bit varying(3)') then
    alter table public.t alter column b type bit varying(3);
  end if;
end $$;

-- rollback: set lock_timeout = '5s';
-- rollback:
-- rollback: -- table public.t
-- rollback: alter table public.t alter column a type integer[];
-- rollback: do $$ begin
-- rollback:   if exists (select from pg_attribute where attrelid = 'public.t'::regclass and attname = 'ts' and format_type(atttypid, atttypmod) <> 'timestamp with time zone') then
-- rollback:     alter table public.t alter column ts type timestamptz;
-- rollback:   end if;
-- rollback:   if exists (select from pg_attribute where attrelid = 'public.t'::regclass and attname = 'i' and format_type(atttypid, atttypmod) <> 'interval') then
-- rollback:     alter table public.t alter column i type interval;
-- rollback:   end if;
-- rollback:   if exists (select from pg_attribute where attrelid = 'public.t'::regclass and attname = 'b' and format_type(atttypid, atttypmod) <> 'bit(3)') then
-- rollback:     alter table public.t alter column b type bit(3);
-- rollback:   end if;
-- rollback: end $$;
-- rollback:
-- rollback: -- then: supabase migration repair --status reverted 20260101000000
