-- remove_value_everywhere: ~1 table, ~1 function, ~1 view, ~1 enum, ~1 domain
--   hazards   locks-writes  table public.days is read through, not written by others, while constraint "good_check" of public.good is made
--             locks-writes  table public.notes is read through, not written by others, while constraint "notes_day_mood_fkey" of public.notes is made
--             data-loss     type public.mood loses the label 'middle': fails where a row holds it
--             rewrite       table public.days is written anew, neither read nor written by others, while type public.mood is altered
--             rewrite       table public.notes is written anew, neither read nor written by others, while type public.mood is altered
--   locks     public.days   access exclusive, for the length of a rewrite
--             public.notes  access exclusive, for the length of a rewrite
--   undo      schemac rollback; marked lines below cannot bring data back
--   compared  before.sql (1 file) with after.sql (1 file), PostgreSQL 17
set lock_timeout = '5s';
set check_function_bodies = off;

-- view public.lows
drop view if exists public.lows;

-- function public.up(public.mood)
drop function if exists public.up(public.mood);

-- domain public.good
alter domain public.good drop constraint if exists good_check;

-- table public.notes
alter table public.notes drop constraint if exists notes_day_mood_fkey;

-- enum public.mood
-- the type is swapped, for PostgreSQL cannot drop a label: fails if a row holds 'middle'
do $$ begin
  if exists (select from pg_enum where enumtypid = 'public.mood'::regtype and enumlabel = 'middle') then
    alter type public.mood rename to mood__old;
    create type public.mood as enum ('high', 'low');
    comment on type public.mood is 'how it is';
    alter table public.days
      alter column mood drop default,
      alter column mood type public.mood using mood::text::public.mood,
      alter column mood set default 'low',
      alter column moods type public.mood[] using moods::text[]::public.mood[];
    alter table public.notes
      alter column mood type public.mood using mood::text::public.mood;
    alter domain public.good rename to good__old;
    create domain public.good as public.mood;
    alter table public.days
      alter column best type public.good using best::text::public.good;
    drop domain public.good__old;
    drop type public.mood__old;
  end if;
end $$;

-- domain public.good
alter domain public.good add constraint good_check check (value <> 'low');

-- function public.up(public.mood)
create or replace function public.up(m public.mood) returns public.mood
  language sql
  as $$ select m $$;

-- table public.notes
alter table public.notes add constraint notes_day_mood_fkey foreign key (day, mood) references public.days (day, mood);

-- view public.lows
create or replace view public.lows as
  select day from public.days where mood = 'low';

-- rollback: set lock_timeout = '5s';
-- rollback: set check_function_bodies = off;
-- rollback:
-- rollback: -- view public.lows
-- rollback: drop view if exists public.lows;
-- rollback:
-- rollback: -- function public.up(public.mood)
-- rollback: drop function if exists public.up(public.mood);
-- rollback:
-- rollback: -- domain public.good
-- rollback: alter domain public.good drop constraint if exists good_check;
-- rollback:
-- rollback: -- table public.notes
-- rollback: alter table public.notes drop constraint if exists notes_day_mood_fkey;
-- rollback:
-- rollback: -- enum public.mood
-- rollback: do $$ begin
-- rollback:   if exists (select from pg_enum where enumtypid = 'public.mood'::regtype and (enumlabel = 'low' and enumsortorder <> 1 or enumlabel = 'middle' and enumsortorder <> 2 or enumlabel = 'high' and enumsortorder <> 3)) then
-- rollback:     alter type public.mood rename to mood__old;
-- rollback:     create type public.mood as enum ('low', 'middle', 'high');
-- rollback:     comment on type public.mood is 'how it is';
-- rollback:     alter table public.days
-- rollback:       alter column mood drop default,
-- rollback:       alter column mood type public.mood using mood::text::public.mood,
-- rollback:       alter column mood set default 'low',
-- rollback:       alter column moods type public.mood[] using moods::text[]::public.mood[];
-- rollback:     alter table public.notes
-- rollback:       alter column mood type public.mood using mood::text::public.mood;
-- rollback:     alter domain public.good rename to good__old;
-- rollback:     create domain public.good as public.mood;
-- rollback:     alter table public.days
-- rollback:       alter column best type public.good using best::text::public.good;
-- rollback:     drop domain public.good__old;
-- rollback:     drop type public.mood__old;
-- rollback:   end if;
-- rollback: end $$;
-- rollback:
-- rollback: -- domain public.good
-- rollback: alter domain public.good add constraint good_check check (value <> 'low');
-- rollback:
-- rollback: -- function public.up(public.mood)
-- rollback: create or replace function public.up(m public.mood) returns public.mood
-- rollback:   language sql
-- rollback:   as $$ select m $$;
-- rollback:
-- rollback: -- table public.notes
-- rollback: alter table public.notes add constraint notes_day_mood_fkey foreign key (day, mood) references public.days (day, mood);
-- rollback:
-- rollback: -- view public.lows
-- rollback: create or replace view public.lows as
-- rollback:   select day from public.days where mood = 'low';
-- rollback:
-- rollback: -- then: supabase migration repair --status reverted 20260101000000
