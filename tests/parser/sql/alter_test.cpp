#include "tests/support/catch.h"
#include "tests/support/replayed.h"

using namespace schemac;
using schemac::test::Replayed;

TEST_CASE("objects of a schema follow its rename, and SET SCHEMA moves one") {
  const Replayed r(
      "create schema app; create type app.mood as enum ('a'); create function app.f(app.mood) returns int language sql as 'select 1';"
      "alter schema app rename to main; alter type main.mood set schema public; alter function main.f(mood) rename to g;");
  CHECK(r.errors().empty());
  CHECK(r.lines("function") == "function main.g(public.mood) | arguments=[{type=public.mood}] | returns=integer | language=sql | body=select 1\n");
}

TEST_CASE("a rename to a name that is taken is refused") {
  const Replayed r("create type a as enum (); create type b as enum (); alter type a rename to b; create schema s; alter schema s rename to public;");
  CHECK(r.says("type \"b\" already exists"));
  CHECK(r.says("schema \"public\" already exists"));
}

TEST_CASE("a role's rename reaches what names it") {
  const Replayed r(
      "create role boss; create schema app authorization boss; grant usage on schema app to staff;"
      "alter default privileges for role boss grant select on tables to staff; alter role boss rename to chief; alter role staff rename to crew;");
  CHECK(r.errors().empty());
  CHECK(r.lines("owner of schema app") == "owner of schema app | role=chief\n");
  CHECK(r.lines("privileges on schema app") == "privileges on schema app to crew | privileges=USAGE | written=USAGE\n");
  CHECK(r.lines("default privileges for role chief") ==
        "default privileges for role chief on tables to crew | role=chief | objects=tables | grantee=crew | privileges=1\n");
}

TEST_CASE("comments are set, changed and taken away") {
  const Replayed r(
      "create type mood as enum ('a'); comment on type mood is 'one'; comment on type mood is 'two';"
      "create function f(int) returns int language sql as 'select 1'; comment on function f(int) is 'gone'; comment on function f(int) is null;"
      "create domain d as int constraint c check (value > 0); comment on constraint c on domain d is 'positive'; comment on schema public is '';");
  CHECK(r.errors().empty());
  CHECK(r.lines("comment") == "comment on type public.mood | text=two\ncomment on constraint \"c\" of public.d | text=positive\n");
}

TEST_CASE("an owner is said where a statement says it") {
  const Replayed r(
      "create type mood as enum ('a'); create type other as enum ('a'); alter type mood owner to staff;"
      "set role staff; create type third as enum ('a'); reset role; create type fourth as enum ('a');");
  CHECK(r.errors().empty());
  CHECK(r.lines("owner of type") == "owner of type public.mood | role=staff\nowner of type public.third | role=staff\n");
}

TEST_CASE("DROP says what is not there and what is of another kind") {
  const Replayed r("drop type nosuch; drop function f(int); drop view if exists v; drop schema nosuch cascade; drop extension nosuch;");
  CHECK(r.errors() ==
        "type \"nosuch\" does not exist\nfunction f(integer) does not exist\nschema \"nosuch\" does not exist\n"
        "extension \"nosuch\" does not exist\n");
}

TEST_CASE("ROLLBACK and ROLLBACK TO take back the schema and the session") {
  const Replayed r(
      "create schema app; begin; set search_path = app; create type a as enum (); savepoint s; set search_path = public;"
      "create type b as enum (); rollback to s; create type c as enum (); commit; create type d as enum ();"
      "begin; create type e as enum (); rollback; begin; set local search_path = public; commit; create type f as enum ();");
  CHECK(r.errors().empty());
  CHECK(r.lines("type") == "type app.a\ntype app.c\ntype app.d\ntype app.f\n");
}

TEST_CASE("pg_dump's set_config empties the search path") {
  const Replayed r("select pg_catalog.set_config('search_path', '', false); create type a as enum (); create type public.b as enum ();");
  CHECK(r.says("no schema has been selected to create in"));
  CHECK(r.lines("type") == "type public.b\n");
}
