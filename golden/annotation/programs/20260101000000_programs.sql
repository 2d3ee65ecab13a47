-- programs: ~1 table, ~1 policy, ~2 functions, ~1 trigger, ~1 view, ~1 materialized view, ~1 index, ~1 sequence
--   hazards   breaks-clients  function public.stamp() was called touch
--             breaks-clients  function public.double_of(integer) was called twice
--             breaks-clients  view public.doubles was called v
--             breaks-clients  materialized view public.texts was called m
--   locks     public.t      access exclusive, short
--             public.texts  access exclusive, short
--   undo      schemac rollback; marked lines below cannot bring data back
--   compared  before.sql (1 file) with after.sql (1 file), PostgreSQL 17
set lock_timeout = '5s';

-- sequence public.counter
do $$ begin
  if to_regclass('public.numbers') is not null
     and to_regclass('public.counter') is null then
    alter sequence public.numbers rename to counter;
  end if;
end $$;

-- function public.stamp()
do $$ begin
  if to_regprocedure('public.touch()') is not null
     and to_regprocedure('public.stamp()') is null then
    alter function public.touch() rename to stamp;
  end if;
end $$;

-- function public.double_of(integer)
do $$ begin
  if to_regprocedure('public.twice(integer)') is not null
     and to_regprocedure('public.double_of(integer)') is null then
    alter function public.twice(integer) rename to double_of;
  end if;
end $$;

-- view public.doubles
do $$ begin
  if to_regclass('public.v') is not null
     and to_regclass('public.doubles') is null then
    alter view public.v rename to doubles;
  end if;
end $$;

-- materialized view public.texts
do $$ begin
  if to_regclass('public.m') is not null
     and to_regclass('public.texts') is null then
    alter materialized view public.m rename to texts;
  end if;
end $$;

-- table public.t
do $$ begin
  if exists (select from pg_constraint where conrelid = 'public.t'::regclass and conname = 'a_set' and contype = 'c')
     and not exists (select from pg_constraint where conrelid = 'public.t'::regclass and conname = 'a_there' and contype = 'c') then
    alter table public.t rename constraint a_set to a_there;
  end if;
  if exists (select from pg_constraint where conrelid = 'public.t'::regclass and conname = 'a_key' and contype = 'u')
     and not exists (select from pg_constraint where conrelid = 'public.t'::regclass and conname = 'a_once' and contype = 'u') then
    alter table public.t rename constraint a_key to a_once;
  end if;
end $$;

-- index public.t_a_id
do $$ begin
  if to_regclass('public.t_a') is not null
     and to_regclass('public.t_a_id') is null then
    alter index public.t_a rename to t_a_id;
  end if;
end $$;

-- trigger "stamped" of public.t
do $$ begin
  if exists (select from pg_trigger where tgrelid = 'public.t'::regclass and tgname = 'touched')
     and not exists (select from pg_trigger where tgrelid = 'public.t'::regclass and tgname = 'stamped') then
    alter trigger touched on public.t rename to stamped;
  end if;
end $$;

-- policy "own rows" of public.t
do $$ begin
  if exists (select from pg_policy where polrelid = 'public.t'::regclass and polname = 'mine')
     and not exists (select from pg_policy where polrelid = 'public.t'::regclass and polname = 'own rows') then
    alter policy mine on public.t rename to "own rows";
  end if;
end $$;

-- rollback: set lock_timeout = '5s';
-- rollback:
-- rollback: -- sequence public.numbers
-- rollback: do $$ begin
-- rollback:   if to_regclass('public.counter') is not null
-- rollback:      and to_regclass('public.numbers') is null then
-- rollback:     alter sequence public.counter rename to numbers;
-- rollback:   end if;
-- rollback: end $$;
-- rollback:
-- rollback: -- function public.touch()
-- rollback: do $$ begin
-- rollback:   if to_regprocedure('public.stamp()') is not null
-- rollback:      and to_regprocedure('public.touch()') is null then
-- rollback:     alter function public.stamp() rename to touch;
-- rollback:   end if;
-- rollback: end $$;
-- rollback:
-- rollback: -- function public.twice(integer)
-- rollback: do $$ begin
-- rollback:   if to_regprocedure('public.double_of(integer)') is not null
-- rollback:      and to_regprocedure('public.twice(integer)') is null then
-- rollback:     alter function public.double_of(integer) rename to twice;
-- rollback:   end if;
-- rollback: end $$;
-- rollback:
-- rollback: -- view public.v
-- rollback: do $$ begin
-- rollback:   if to_regclass('public.doubles') is not null
-- rollback:      and to_regclass('public.v') is null then
-- rollback:     alter view public.doubles rename to v;
-- rollback:   end if;
-- rollback: end $$;
-- rollback:
-- rollback: -- materialized view public.m
-- rollback: do $$ begin
-- rollback:   if to_regclass('public.texts') is not null
-- rollback:      and to_regclass('public.m') is null then
-- rollback:     alter materialized view public.texts rename to m;
-- rollback:   end if;
-- rollback: end $$;
-- rollback:
-- rollback: -- table public.t
-- rollback: do $$ begin
-- rollback:   if exists (select from pg_constraint where conrelid = 'public.t'::regclass and conname = 'a_there' and contype = 'c')
-- rollback:      and not exists (select from pg_constraint where conrelid = 'public.t'::regclass and conname = 'a_set' and contype = 'c') then
-- rollback:     alter table public.t rename constraint a_there to a_set;
-- rollback:   end if;
-- rollback:   if exists (select from pg_constraint where conrelid = 'public.t'::regclass and conname = 'a_once' and contype = 'u')
-- rollback:      and not exists (select from pg_constraint where conrelid = 'public.t'::regclass and conname = 'a_key' and contype = 'u') then
-- rollback:     alter table public.t rename constraint a_once to a_key;
-- rollback:   end if;
-- rollback: end $$;
-- rollback:
-- rollback: -- index public.t_a
-- rollback: do $$ begin
-- rollback:   if to_regclass('public.t_a_id') is not null
-- rollback:      and to_regclass('public.t_a') is null then
-- rollback:     alter index public.t_a_id rename to t_a;
-- rollback:   end if;
-- rollback: end $$;
-- rollback:
-- rollback: -- trigger "touched" of public.t
-- rollback: do $$ begin
-- rollback:   if exists (select from pg_trigger where tgrelid = 'public.t'::regclass and tgname = 'stamped')
-- rollback:      and not exists (select from pg_trigger where tgrelid = 'public.t'::regclass and tgname = 'touched') then
-- rollback:     alter trigger stamped on public.t rename to touched;
-- rollback:   end if;
-- rollback: end $$;
-- rollback:
-- rollback: -- policy "mine" of public.t
-- rollback: do $$ begin
-- rollback:   if exists (select from pg_policy where polrelid = 'public.t'::regclass and polname = 'own rows')
-- rollback:      and not exists (select from pg_policy where polrelid = 'public.t'::regclass and polname = 'mine') then
-- rollback:     alter policy "own rows" on public.t rename to mine;
-- rollback:   end if;
-- rollback: end $$;
-- rollback:
-- rollback: -- then: supabase migration repair --status reverted 20260101000000
