#include "tests/support/catch.h"
#include "tests/support/replayed.h"

using namespace schemac;
using schemac::test::Replayed;

TEST_CASE("enum labels go where ALTER TYPE puts them") {
  const Replayed r(
      "create type mood as enum ('sad', 'happy');"
      "alter type mood add value 'ok' before 'happy'; alter type mood add value 'great'; alter type mood add value if not exists 'ok';"
      "alter type mood rename value 'sad' to 'blue'; alter type mood add value 'meh' after 'blue';");
  CHECK(r.errors().empty());
  CHECK(r.lines("type") == "type public.mood | labels=[blue, meh, ok, happy, great]\n");
}

TEST_CASE("a label that is there, one that is not, and a type that is there are refused") {
  const Replayed r(
      "create type mood as enum ('a'); create type mood as enum ('b'); alter type mood add value 'a';"
      "alter type mood add value 'c' before 'x'; alter type nosuch add value 'c';");
  CHECK(r.errors() ==
        "type \"mood\" already exists\nenum label \"a\" already exists\n\"x\" is not an existing enum label\n"
        "type \"nosuch\" does not exist\n");
}

TEST_CASE("a range brings its multirange") {
  const Replayed r("create type floatrange as range (subtype = float8); create type span as range (subtype = int4, multirange_type_name = spans);");
  CHECK(r.errors().empty());
  CHECK(r.lines("type public.float") ==
        "type public.floatmultirange <- type public.floatrange\n"
        "type public.floatrange | subtype=double precision | multirange=floatmultirange\n");
  CHECK(r.lines("type public.spans") == "type public.spans <- type public.span\n");
}

TEST_CASE("a composite type has attributes, which a rename and other types follow") {
  const Replayed r(
      "create type pair as (a int, b varchar(10)[], c numeric(8), d interval hour to minute, e interval(3));"
      "create type outer_pair as (p pair); alter type pair rename attribute a to first; alter type pair rename to duo;");
  CHECK(r.errors().empty());
  CHECK(r.lines("attribute public.duo") ==
        "attribute public.duo.b #2 | type=character varying(10)[]\n"
        "attribute public.duo.c #3 | type=numeric(8,0)\n"
        "attribute public.duo.d #4 | type=interval hour to minute\n"
        "attribute public.duo.e #5 | type=interval(3)\n"
        "attribute public.duo.first #1 | type=integer\n");
  CHECK(r.lines("attribute public.outer_pair") == "attribute public.outer_pair.p #1 | type=public.duo\n");
}

TEST_CASE("a domain's checks get the names that PostgreSQL makes up") {
  const Replayed r(
      "create domain positive as int default 1 not null check (value > 0) constraint small check (value < 100);"
      "alter domain positive add check (value <> 13); alter domain positive add constraint late check (value <> 7) not valid;"
      "alter domain positive drop constraint small; alter domain positive rename constraint late to later;"
      "alter domain positive validate constraint later; alter domain positive drop not null; alter domain positive set default 2;");
  CHECK(r.errors().empty());
  CHECK(r.lines("domain") == "domain public.positive | base type=integer | default=2\n");
  CHECK(r.lines("constraint") ==
        "constraint \"later\" of public.positive | expression=value <> 7\n"
        "constraint \"positive_check\" of public.positive | expression=value > 0 | named=false\n"
        "constraint \"positive_check1\" of public.positive | expression=value <> 13 | named=false\n");
}

TEST_CASE("a type in use is dropped with CASCADE alone") {
  const Replayed r("create type pair as (a int); create type holder as (p pair); drop type pair; drop type holder, pair; drop type if exists pair;");
  CHECK(r.says("cannot drop type public.pair because other objects depend on it"));
  CHECK(r.lines("type").empty());
}
