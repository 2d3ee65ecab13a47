-- all_kinds: +1 table, +1 function, +1 view, +1 materialized view, +1 enum, +1 domain, +2 sequences, +1 schema
--   locks     app.m  access exclusive, short
--   undo      schemac rollback; marked lines below cannot bring data back
--   compared  nothing with after.sql (1 file), PostgreSQL 17
set lock_timeout = '5s';
set check_function_bodies = off;

-- schema app
create schema if not exists app;
alter schema app owner to app_owner;

-- enum app.mood
do $$ begin
  if to_regtype('app.mood') is null then
    create type app.mood as enum ('a');
  end if;
end $$;
alter type app.mood owner to app_owner;

-- domain app.d
do $$ begin
  if to_regtype('app.d') is null then
    create domain app.d as integer;
  end if;
end $$;
alter domain app.d owner to app_owner;

-- sequence app.s
create sequence if not exists app.s;
alter sequence app.s owner to app_owner;

-- sequence app.t_id_seq
create sequence if not exists app.t_id_seq as integer;

-- function app.f()
create or replace function app.f() returns integer
  language sql
  as $$select 1$$;
alter function app.f() owner to app_owner;

-- table app.t
create table if not exists app.t (
  id integer default nextval('app.t_id_seq'::regclass) primary key
);

-- sequence app.t_id_seq
alter sequence app.t_id_seq owned by app.t.id;

-- table app.t
alter table app.t owner to app_owner;

-- view app.v
create or replace view app.v as
  select id from app.t;
alter view app.v owner to app_owner;

-- materialized view app.m
create materialized view if not exists app.m as
  select 1 as one;
alter materialized view app.m owner to app_owner;

-- rollback: set lock_timeout = '5s';
-- rollback:
-- rollback: -- materialized view app.m
-- rollback: drop materialized view if exists app.m;
-- rollback:
-- rollback: -- view app.v
-- rollback: drop view if exists app.v;
-- rollback:
-- rollback: -- table app.t
-- rollback: -- LOST: the rows of app.t
-- rollback: drop table if exists app.t;
-- rollback:
-- rollback: -- function app.f()
-- rollback: drop function if exists app.f();
-- rollback:
-- rollback: -- sequence app.s
-- rollback: -- LOST: the position of app.s
-- rollback: drop sequence if exists app.s;
-- rollback:
-- rollback: -- domain app.d
-- rollback: drop domain if exists app.d;
-- rollback:
-- rollback: -- enum app.mood
-- rollback: drop type if exists app.mood;
-- rollback:
-- rollback: -- schema app
-- rollback: drop schema if exists app;
-- rollback:
-- rollback: -- then: supabase migration repair --status reverted 20260101000000
