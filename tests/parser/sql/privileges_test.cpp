#include "tests/support/catch.h"
#include "tests/support/replayed.h"

using namespace schemac;
using schemac::test::Replayed;

TEST_CASE("GRANT and REVOKE on functions start from PUBLIC's EXECUTE") {
  const Replayed r(
      "create function f() returns int language sql as 'select 1'; revoke execute on function f() from public; grant execute on function f to anon;"
      "create function g() returns int language sql as 'select 1'; revoke all on function g() from public; grant execute on function g() to public;");
  CHECK(r.errors().empty());
  CHECK(r.lines("privileges on function") ==
        "privileges on function public.f() to anon | privileges=EXECUTE | written=EXECUTE\n"
        "privileges on function public.f() to PUBLIC | written=EXECUTE\n");
}

TEST_CASE("ALL IN SCHEMA takes what is there, by kind") {
  const Replayed r(
      "create function f() returns int language sql as 'select 1'; create procedure p() language sql as 'select 1';"
      "grant execute on all functions in schema public to anon; grant all on all routines in schema public to staff with grant option;");
  CHECK(r.errors().empty());
  CHECK(r.lines("privileges on") ==
        "privileges on function public.f() to anon | privileges=EXECUTE | written=EXECUTE\n"
        "privileges on function public.f() to staff | privileges=EXECUTE | grant option=EXECUTE | written=EXECUTE\n"
        "privileges on procedure public.p() to staff | privileges=EXECUTE | grant option=EXECUTE | written=EXECUTE\n");
}

TEST_CASE("REVOKE GRANT OPTION FOR keeps the privilege; an entry without any goes") {
  const Replayed r(
      "create schema app; grant usage, create on schema app to anon with grant option; revoke grant option for create on schema app from anon;"
      "grant usage on schema app to staff; revoke all on schema app from staff;");
  CHECK(r.errors().empty());
  CHECK(r.lines("privileges on schema app") ==
        "privileges on schema app to anon | privileges=CREATE, USAGE | grant option=USAGE | written=CREATE, USAGE\n");
}

TEST_CASE("the owner's own privileges are the owner's, whoever that is") {
  const Replayed r(
      "create schema app; alter schema app owner to staff; revoke create on schema app from staff; alter schema app owner to anon;");
  CHECK(r.errors().empty());
  CHECK(r.lines("privileges on schema app") == "privileges on schema app to its owner | privileges=USAGE | written=CREATE\n");
}

TEST_CASE("a privilege of another kind is refused") {
  const Replayed r("create schema app; grant select on schema app to anon; grant usage on schema nosuch to anon;");
  CHECK(r.errors() == "invalid privilege type SELECT for schema\nschema \"nosuch\" does not exist\n");
}

TEST_CASE("default privileges: global ones replace what is built in, those of a schema add") {
  const Replayed r(
      "alter default privileges revoke execute on functions from public;"
      "alter default privileges for role staff in schema public grant select, insert on tables to anon;"
      "alter default privileges for role staff in schema public revoke insert on tables from anon;"
      "alter default privileges grant all on types to anon; alter default privileges revoke all on types from anon;"
      "create function f() returns int language sql as 'select 1';");
  CHECK(r.errors().empty());
  CHECK(r.lines("default privileges") ==
        "default privileges for role postgres on functions to public | role=postgres | objects=functions | grantee=public\n"
        "default privileges for role staff in schema public on tables to anon | role=staff | objects=tables | grantee=anon | privileges=1\n");
  CHECK(r.lines("privileges on function") == "privileges on function public.f() to PUBLIC\n");
}

TEST_CASE("memberships and settings of roles") {
  const Replayed r(
      "create role lead login in role staff; grant anon to lead; revoke staff from lead; alter role lead set search_path = app, public;"
      "alter role lead set statement_timeout = '3s'; alter role lead reset statement_timeout; alter role lead createdb; drop role if exists nosuch;");
  CHECK(r.errors().empty());
  CHECK(r.lines("role lead") == "role lead | login=true | createdb=true | member of=[anon] | settings=[search_path=app, public]\n");
}

TEST_CASE("a role that something mentions is not dropped") {
  const Replayed r("create schema app; grant usage on schema app to staff; drop role staff; drop owned by staff; drop role staff;");
  CHECK(r.errors() == "role \"staff\" cannot be dropped because some objects depend on it\n");
  CHECK(r.lines("role staff").empty());
}
