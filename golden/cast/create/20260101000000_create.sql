-- create: +1 table, +1 function, +1 view, +1 enum, +1 composite type, +3 casts
--   undo      schemac rollback; marked lines below cannot bring data back
--   compared  nothing with after.sql (1 file), PostgreSQL 17
set lock_timeout = '5s';
set check_function_bodies = off;

-- enum public.mood
do $$ begin
  if to_regtype('public.mood') is null then
    create type public.mood as enum ('sad', 'ok', 'happy');
  end if;
end $$;

-- composite type public.pair
do $$ begin
  if to_regtype('public.pair') is null then
    create type public.pair as (
      a integer,
      b integer
    );
  end if;
end $$;

-- function public.mood_rank(public.mood)
create or replace function public.mood_rank(public.mood) returns integer
  language sql immutable
  return case $1 when 'sad' then 0 when 'ok' then 1 else 2 end;

-- cast (bigint as public.mood)
do $$ begin
  if not exists (select from pg_cast where castsource = to_regtype('bigint') and casttarget = to_regtype('public.mood')) then
    create cast (bigint as public.mood) with inout;
  end if;
end $$;

-- cast (character varying as public.mood)
do $$ begin
  if not exists (select from pg_cast where castsource = to_regtype('character varying') and casttarget = to_regtype('public.mood')) then
    create cast (character varying as public.mood) with inout as implicit;
  end if;
end $$;

-- cast (public.mood as integer)
do $$ begin
  if not exists (select from pg_cast where castsource = to_regtype('public.mood') and casttarget = to_regtype('integer')) then
    create cast (public.mood as integer) with function public.mood_rank(public.mood) as assignment;
  end if;
end $$;
comment on cast (public.mood as integer) is 'how good it is';

-- table public.days
create table if not exists public.days (
  day  date,
  felt public.mood
);

-- view public.ranks
create or replace view public.ranks as
  select day, felt::integer as rank from public.days;

-- rollback: set lock_timeout = '5s';
-- rollback:
-- rollback: -- view public.ranks
-- rollback: drop view if exists public.ranks;
-- rollback:
-- rollback: -- table public.days
-- rollback: -- LOST: the rows of public.days
-- rollback: drop table if exists public.days;
-- rollback:
-- rollback: -- cast (bigint as public.mood)
-- rollback: drop cast if exists (bigint as public.mood);
-- rollback:
-- rollback: -- cast (character varying as public.mood)
-- rollback: drop cast if exists (character varying as public.mood);
-- rollback:
-- rollback: -- cast (public.mood as integer)
-- rollback: drop cast if exists (public.mood as integer);
-- rollback:
-- rollback: -- function public.mood_rank(public.mood)
-- rollback: drop function if exists public.mood_rank(public.mood);
-- rollback:
-- rollback: -- composite type public.pair
-- rollback: drop type if exists public.pair;
-- rollback:
-- rollback: -- enum public.mood
-- rollback: drop type if exists public.mood;
-- rollback:
-- rollback: -- then: supabase migration repair --status reverted 20260101000000
