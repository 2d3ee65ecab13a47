-- create: +1 table, +5 functions, +1 view, +1 composite type, +1 schema, +5 operators
--   undo      schemac rollback; marked lines below cannot bring data back
--   compared  nothing with after.sql (1 file), PostgreSQL 17
set lock_timeout = '5s';
set check_function_bodies = off;

-- schema app
create schema if not exists app;

-- composite type app.point3
do $$ begin
  if to_regtype('app.point3') is null then
    create type app.point3 as (
      x integer,
      y integer,
      z integer
    );
  end if;
end $$;

-- function app.before(app.point3, app.point3)
create or replace function app.before(a app.point3, b app.point3) returns boolean
  language sql immutable
  return a.x < b.x;

-- function app.behind(app.point3, app.point3)
create or replace function app.behind(a app.point3, b app.point3) returns boolean
  language sql immutable
  return a.x > b.x;

-- function app.flipped(app.point3)
create or replace function app.flipped(a app.point3) returns app.point3
  language sql immutable
  return row(-a.x, -a.y, -a.z)::app.point3;

-- function app.same(app.point3, app.point3)
create or replace function app.same(a app.point3, b app.point3) returns boolean
  language sql immutable
  return a.x = b.x and a.y = b.y and a.z = b.z;

-- function app.other(app.point3, app.point3)
create or replace function app.other(a app.point3, b app.point3) returns boolean
  language sql immutable
  return not app.same(a, b);

-- operator app.-(none, app.point3)
do $$ begin
  if not exists (select from pg_operator where oid = to_regoperator('app.-(none, app.point3)') and oprcode <> 0) then
    create operator app.- (
      function = app.flipped,
      rightarg = app.point3
    );
  end if;
end $$;
comment on operator app.-(none, app.point3) is 'the other side';

-- operator app.<<<(app.point3, app.point3)
do $$ begin
  if not exists (select from pg_operator where oid = to_regoperator('app.<<<(app.point3, app.point3)') and oprcode <> 0) then
    create operator app.<<< (
      function = app.before,
      leftarg = app.point3,
      rightarg = app.point3,
      commutator = operator(app.>>>)
    );
  end if;
end $$;

-- operator app.<<>>(app.point3, app.point3)
do $$ begin
  if not exists (select from pg_operator where oid = to_regoperator('app.<<>>(app.point3, app.point3)') and oprcode <> 0) then
    create operator app.<<>> (
      function = app.other,
      leftarg = app.point3,
      rightarg = app.point3,
      commutator = operator(app.<<>>),
      negator = operator(app.===)
    );
  end if;
end $$;

-- operator app.===(app.point3, app.point3)
do $$ begin
  if not exists (select from pg_operator where oid = to_regoperator('app.===(app.point3, app.point3)') and oprcode <> 0) then
    create operator app.=== (
      function = app.same,
      leftarg = app.point3,
      rightarg = app.point3,
      commutator = operator(app.===),
      negator = operator(app.<<>>),
      restrict = eqsel,
      join = eqjoinsel,
      hashes,
      merges
    );
  end if;
end $$;
comment on operator app.===(app.point3, app.point3) is 'the same place';

-- operator app.>>>(app.point3, app.point3)
do $$ begin
  if not exists (select from pg_operator where oid = to_regoperator('app.>>>(app.point3, app.point3)') and oprcode <> 0) then
    create operator app.>>> (
      function = app.behind,
      leftarg = app.point3,
      rightarg = app.point3
    );
  end if;
end $$;

-- table app.places
create table if not exists app.places (
  at   app.point3,
  home app.point3,
  check (at OPERATOR(app.===) home)
);

-- view app.flips
create or replace view app.flips as
  select OPERATOR(app.-) at as other from app.places where at OPERATOR(app.<<<) home;

-- rollback: set lock_timeout = '5s';
-- rollback:
-- rollback: -- view app.flips
-- rollback: drop view if exists app.flips;
-- rollback:
-- rollback: -- table app.places
-- rollback: -- LOST: the rows of app.places
-- rollback: drop table if exists app.places;
-- rollback:
-- rollback: -- operator app.-(none, app.point3)
-- rollback: drop operator if exists app.-(none, app.point3);
-- rollback:
-- rollback: -- operator app.<<<(app.point3, app.point3)
-- rollback: drop operator if exists app.<<<(app.point3, app.point3);
-- rollback:
-- rollback: -- operator app.<<>>(app.point3, app.point3)
-- rollback: drop operator if exists app.<<>>(app.point3, app.point3);
-- rollback:
-- rollback: -- operator app.===(app.point3, app.point3)
-- rollback: drop operator if exists app.===(app.point3, app.point3);
-- rollback:
-- rollback: -- operator app.>>>(app.point3, app.point3)
-- rollback: drop operator if exists app.>>>(app.point3, app.point3);
-- rollback:
-- rollback: -- function app.before(app.point3, app.point3)
-- rollback: drop function if exists app.before(app.point3, app.point3);
-- rollback:
-- rollback: -- function app.behind(app.point3, app.point3)
-- rollback: drop function if exists app.behind(app.point3, app.point3);
-- rollback:
-- rollback: -- function app.flipped(app.point3)
-- rollback: drop function if exists app.flipped(app.point3);
-- rollback:
-- rollback: -- function app.other(app.point3, app.point3)
-- rollback: drop function if exists app.other(app.point3, app.point3);
-- rollback:
-- rollback: -- function app.same(app.point3, app.point3)
-- rollback: drop function if exists app.same(app.point3, app.point3);
-- rollback:
-- rollback: -- composite type app.point3
-- rollback: drop type if exists app.point3;
-- rollback:
-- rollback: -- schema app
-- rollback: drop schema if exists app;
-- rollback:
-- rollback: -- then: supabase migration repair --status reverted 20260101000000
