-- types: ~1 enum, ~1 domain, ~1 composite type
--   hazards   irreversible    type public.feeling gets a label: taking it back swaps the type
--             breaks-clients  type public.feeling was called mood
--             breaks-clients  type public.feeling has a label under another name
--             breaks-clients  domain public.short_code was called code
--             breaks-clients  type public.address was called place
--             breaks-clients  attribute public.address.city was called town
--   undo      schemac rollback; marked lines below cannot bring data back
--   compared  before.sql (1 file) with after.sql (1 file), PostgreSQL 17
set lock_timeout = '5s';

-- enum public.feeling
do $$ begin
  if to_regtype('public.mood') is not null
     and to_regtype('public.feeling') is null then
    alter type public.mood rename to feeling;
  end if;
  if exists (select from pg_enum where enumtypid = 'public.feeling'::regtype and enumlabel = 'happy') then
    alter type public.feeling rename value 'happy' to 'glad';
  end if;
end $$;

-- domain public.short_code
do $$ begin
  if to_regtype('public.code') is not null
     and to_regtype('public.short_code') is null then
    alter domain public.code rename to short_code;
  end if;
end $$;

-- composite type public.address
do $$ begin
  if to_regtype('public.place') is not null
     and to_regtype('public.address') is null then
    alter type public.place rename to address;
  end if;
end $$;

-- domain public.short_code
do $$ begin
  if exists (select from pg_constraint where contypid = 'public.short_code'::regtype and conname = 'short' and contype = 'c')
     and not exists (select from pg_constraint where contypid = 'public.short_code'::regtype and conname = 'is_short' and contype = 'c') then
    alter domain public.short_code rename constraint short to is_short;
  end if;
end $$;

-- composite type public.address
do $$ begin
  if exists (select from pg_attribute where attrelid = 'public.address'::regclass and attname = 'town' and not attisdropped)
     and not exists (select from pg_attribute where attrelid = 'public.address'::regclass and attname = 'city' and not attisdropped) then
    alter type public.address rename attribute town to city cascade;
  end if;
end $$;

-- enum public.feeling
alter type public.feeling add value if not exists 'wild';

-- rollback: set lock_timeout = '5s';
-- rollback:
-- rollback: -- enum public.mood
-- rollback: do $$ begin
-- rollback:   if to_regtype('public.feeling') is not null
-- rollback:      and to_regtype('public.mood') is null then
-- rollback:     alter type public.feeling rename to mood;
-- rollback:   end if;
-- rollback:   if exists (select from pg_enum where enumtypid = 'public.mood'::regtype and enumlabel = 'glad') then
-- rollback:     alter type public.mood rename value 'glad' to 'happy';
-- rollback:   end if;
-- rollback: end $$;
-- rollback:
-- rollback: -- domain public.code
-- rollback: do $$ begin
-- rollback:   if to_regtype('public.short_code') is not null
-- rollback:      and to_regtype('public.code') is null then
-- rollback:     alter domain public.short_code rename to code;
-- rollback:   end if;
-- rollback: end $$;
-- rollback:
-- rollback: -- composite type public.place
-- rollback: do $$ begin
-- rollback:   if to_regtype('public.address') is not null
-- rollback:      and to_regtype('public.place') is null then
-- rollback:     alter type public.address rename to place;
-- rollback:   end if;
-- rollback: end $$;
-- rollback:
-- rollback: -- domain public.code
-- rollback: do $$ begin
-- rollback:   if exists (select from pg_constraint where contypid = 'public.code'::regtype and conname = 'is_short' and contype = 'c')
-- rollback:      and not exists (select from pg_constraint where contypid = 'public.code'::regtype and conname = 'short' and contype = 'c') then
-- rollback:     alter domain public.code rename constraint is_short to short;
-- rollback:   end if;
-- rollback: end $$;
-- rollback:
-- rollback: -- composite type public.place
-- rollback: do $$ begin
-- rollback:   if exists (select from pg_attribute where attrelid = 'public.place'::regclass and attname = 'city' and not attisdropped)
-- rollback:      and not exists (select from pg_attribute where attrelid = 'public.place'::regclass and attname = 'town' and not attisdropped) then
-- rollback:     alter type public.place rename attribute city to town cascade;
-- rollback:   end if;
-- rollback: end $$;
-- rollback:
-- rollback: -- enum public.mood
-- rollback: -- the type is swapped, for PostgreSQL cannot drop a label: fails if a row holds 'wild'
-- rollback: do $$ begin
-- rollback:   if exists (select from pg_enum where enumtypid = 'public.mood'::regtype and enumlabel = 'wild') then
-- rollback:     alter type public.mood rename to mood__old;
-- rollback:     create type public.mood as enum ('sad', 'happy');
-- rollback:     alter table public.t
-- rollback:       alter column m drop default,
-- rollback:       alter column m type public.mood using m::text::public.mood,
-- rollback:       alter column m set default 'sad';
-- rollback:     drop type public.mood__old;
-- rollback:   end if;
-- rollback: end $$;
-- rollback:
-- rollback: -- then: supabase migration repair --status reverted 20260101000000
