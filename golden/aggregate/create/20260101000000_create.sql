-- create: +1 table, +4 functions, +1 view, +1 schema, +6 aggregates
--   undo      schemac rollback; marked lines below cannot bring data back
--   compared  nothing with after.sql (1 file), PostgreSQL 17
set lock_timeout = '5s';
set check_function_bodies = off;

-- schema app
create schema if not exists app;

-- function app.add(integer, integer)
create or replace function app.add(a integer, b integer) returns integer
  language sql immutable
  return a + b;

-- function app.halve(integer)
create or replace function app.halve(state integer) returns numeric
  language sql immutable
  return state / 2.0;

-- function app.join_step(text, text, text)
create or replace function app.join_step(state text, value text, separator text) returns text
  language sql immutable
  return case when state is null then value else state || separator || value end;

-- function app.subtract(integer, integer)
create or replace function app.subtract(a integer, b integer) returns integer
  language sql immutable
  return a - b;

-- aggregate app.collect(anycompatible)
create or replace aggregate app.collect(anycompatible) (
  sfunc = array_append,
  stype = anycompatiblearray,
  initcond = '{}'
);

-- aggregate app.half_sum(integer)
create or replace aggregate app.half_sum(integer) (
  sfunc = app.add,
  stype = integer,
  sspace = 32,
  finalfunc = app.halve,
  finalfunc_modify = shareable,
  initcond = '0',
  combinefunc = app.add,
  msfunc = app.add,
  minvfunc = app.subtract,
  mstype = integer,
  mfinalfunc = app.halve,
  minitcond = '0',
  parallel = safe
);

-- aggregate app.joined(text, text)
create or replace aggregate app.joined(value text, separator text) (
  sfunc = app.join_step,
  stype = text
);
comment on aggregate app.joined(text, text) is 'strings with something between them';

-- aggregate app.oldest(date)
create or replace aggregate app.oldest(date) (
  sfunc = date_smaller,
  stype = date
);

-- aggregate app.rows()
create or replace aggregate app.rows(*) (
  sfunc = int8inc,
  stype = bigint,
  initcond = '0'
);
comment on aggregate app.rows(*) is 'how many';

-- aggregate app.smallest(integer)
create or replace aggregate app.smallest(integer) (
  sfunc = int4smaller,
  stype = integer,
  sortop = <,
  parallel = restricted
);

-- table app.notes
create table if not exists app.notes (
  author text,
  body   text
);

-- view app.digests
create or replace view app.digests as
  select author, app.joined(body, '; ' order by body) as digest, app.rows(*) as notes from app.notes group by author;

-- rollback: set lock_timeout = '5s';
-- rollback:
-- rollback: -- view app.digests
-- rollback: drop view if exists app.digests;
-- rollback:
-- rollback: -- table app.notes
-- rollback: -- LOST: the rows of app.notes
-- rollback: drop table if exists app.notes;
-- rollback:
-- rollback: -- aggregate app.collect(anycompatible)
-- rollback: drop aggregate if exists app.collect(anycompatible);
-- rollback:
-- rollback: -- aggregate app.half_sum(integer)
-- rollback: drop aggregate if exists app.half_sum(integer);
-- rollback:
-- rollback: -- aggregate app.joined(text, text)
-- rollback: drop aggregate if exists app.joined(text, text);
-- rollback:
-- rollback: -- aggregate app.oldest(date)
-- rollback: drop aggregate if exists app.oldest(date);
-- rollback:
-- rollback: -- aggregate app.rows()
-- rollback: drop aggregate if exists app.rows(*);
-- rollback:
-- rollback: -- aggregate app.smallest(integer)
-- rollback: drop aggregate if exists app.smallest(integer);
-- rollback:
-- rollback: -- function app.add(integer, integer)
-- rollback: drop function if exists app.add(integer, integer);
-- rollback:
-- rollback: -- function app.halve(integer)
-- rollback: drop function if exists app.halve(integer);
-- rollback:
-- rollback: -- function app.join_step(text, text, text)
-- rollback: drop function if exists app.join_step(text, text, text);
-- rollback:
-- rollback: -- function app.subtract(integer, integer)
-- rollback: drop function if exists app.subtract(integer, integer);
-- rollback:
-- rollback: -- schema app
-- rollback: drop schema if exists app;
-- rollback:
-- rollback: -- then: supabase migration repair --status reverted 20260101000000
