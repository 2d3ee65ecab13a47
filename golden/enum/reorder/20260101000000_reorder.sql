-- reorder: ~1 enum
--   hazards   rewrite  table public.shirts is written anew, neither read nor written by others, while type public.size is altered
--   locks     public.shirts  access exclusive, for the length of a rewrite
--   undo      schemac rollback; marked lines below cannot bring data back
--   compared  before.sql (1 file) with after.sql (1 file), PostgreSQL 17
set lock_timeout = '5s';

-- enum public.size
do $$ begin
  if exists (select from pg_enum where enumtypid = 'public.size'::regtype and (enumlabel = 'm' and enumsortorder <> 2 or enumlabel = 'l' and enumsortorder <> 3)) then
    alter type public.size rename to size__old;
    create type public.size as enum ('s', 'm', 'l');
    alter table public.shirts
      alter column size type public.size using size::text::public.size;
    drop type public.size__old;
  end if;
end $$;

-- rollback: set lock_timeout = '5s';
-- rollback:
-- rollback: -- enum public.size
-- rollback: do $$ begin
-- rollback:   if exists (select from pg_enum where enumtypid = 'public.size'::regtype and (enumlabel = 'l' and enumsortorder <> 2 or enumlabel = 'm' and enumsortorder <> 3)) then
-- rollback:     alter type public.size rename to size__old;
-- rollback:     create type public.size as enum ('s', 'l', 'm');
-- rollback:     alter table public.shirts
-- rollback:       alter column size type public.size using size::text::public.size;
-- rollback:     drop type public.size__old;
-- rollback:   end if;
-- rollback: end $$;
-- rollback:
-- rollback: -- then: supabase migration repair --status reverted 20260101000000
