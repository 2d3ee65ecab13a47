#include "tests/support/catch.h"
#include "tests/support/replayed.h"

using namespace schemac;
using schemac::test::Replayed;

namespace {
const char* const kSame = "create function same(text, text) returns bool language sql as 'select true';";
}

TEST_CASE("a commutator or negator that is there gets the link back, one that is still to be made does not") {
  const Replayed r(std::string(kSame) +
                   "create operator === (leftarg = text, rightarg = text, function = same, negator = !==); create operator !== (leftarg = text, rightarg = text, procedure = same);"
                   "create operator %%% (leftarg = text, rightarg = text, function = same); create operator %%> (leftarg = text, rightarg = text, function = same, commutator = %%%);");
  CHECK(r.errors().empty());
  CHECK(r.lines("operator public.!==").find("negator") == std::string::npos);
  CHECK(r.lines("operator public.===").find("negator=public.!==") != std::string::npos);
  CHECK(r.lines("operator public.%%%").find("commutator=public.%%>") != std::string::npos);
}

TEST_CASE("dropping an operator takes the link to it along; moving it keeps it") {
  const Replayed r(std::string(kSame) +
                   "create schema app; create operator === (leftarg = text, rightarg = text, function = same, negator = !==);"
                   "create operator !== (leftarg = text, rightarg = text, function = same, negator = ===); alter operator === (text, text) set schema app;"
                   "create operator ~~> (leftarg = text, rightarg = text, function = same, negator = ~~<); create operator ~~< (leftarg = text, rightarg = text, function = same, negator = ~~>);"
                   "drop operator ~~< (text, text);");
  CHECK(r.errors().empty());
  CHECK(r.lines("operator public.!==").find("negator=app.===") != std::string::npos);
  CHECK(r.lines("operator public.~~>").find("negator") == std::string::npos);
}

TEST_CASE("an operator of the user's is found by its operands, and holds what uses it") {
  const Replayed r(std::string(kSame) +
                   "create operator === (leftarg = text, rightarg = text, function = same); create table t (a text, b text, check (a === b)); drop operator === (text, text);"
                   "drop operator === (int, int);");
  CHECK(r.says("cannot drop operator public.===(text, text) because other objects depend on it"));
  CHECK(r.says("operator does not exist: integer === integer"));
}

TEST_CASE("an operator class makes a family of its name, which stays") {
  const Replayed r(
      "create operator class c for type int using hash as operator 1 =, function 1 hashint4(int); drop operator class c using hash; create operator family f using btree;"
      "alter operator family f using btree add operator 1 < (int, int8), function 1 (int, int8) btint48cmp(int, int8);"
      "alter operator family f using btree add operator 1 < (int, int8); alter operator family f using btree drop function 1 (int, int8);");
  CHECK(r.says("operator 1(integer,bigint) already exists in operator family \"f\""));
  CHECK(r.lines("operator class").empty());
  CHECK(r.lines("operator family public.c using hash") != "");
  CHECK(r.lines("operator family public.f").find("strategy=1") != std::string::npos);
  CHECK(r.lines("operator family public.f").find("support=1") == std::string::npos);
}

TEST_CASE("an index holds its operator class, a column its collation") {
  const Replayed r(
      "create operator class c for type int using hash as operator 1 =, function 1 hashint4(int); create table t (a int, b text collate \"C\"); create index i on t using hash (a c);"
      "drop operator class c using hash; create collation k (locale = 'C'); alter table t alter b type text collate k; drop collation k; alter collation k rename to l;");
  CHECK(r.says("cannot drop operator class public.c using hash because other objects depend on it: index public.i"));
  CHECK(r.says("cannot drop collation public.k because other objects depend on it: column public.t.b"));
  CHECK(r.lines("column public.t.b").find("collation=public.l") != std::string::npos);
}

TEST_CASE("a cast is known by its types, and conversions know it") {
  const Replayed r(
      "create type mood as enum ('sad', 'ok'); create function rank(mood) returns int language sql as 'select 1'; create cast (mood as int) with function rank(mood) as assignment;"
      "create cast (mood as int) with inout; create table t (m mood, r int default 'sad'::mood); create view v as select m::int as r from t; drop cast (mood as int);"
      "drop cast if exists (mood as int); drop cast (mood as int);");
  CHECK(r.says("cast from type public.mood to type integer already exists"));
  CHECK(r.says("cast from type public.mood to type integer does not exist"));
  CHECK(r.lines("cast").empty());
  CHECK(r.lines("column public.v.r").find("type=integer") != std::string::npos);
}

TEST_CASE("collations: how the server keeps them") {
  const Replayed r(
      "create collation a (locale = 'C'); create collation b from \"C\"; create collation if not exists a (locale = 'POSIX'); create collation c (provider = icu, locale = 'en_US');"
      "create collation d (provider = icu, locale = '@colStrength=secondary', deterministic = false); create collation e (provider = icu, locale = 'de-u-kn-true-co-phonebk');"
      "create collation f (lc_collate = 'C'); create collation g (locale = 'C', deterministic = false);");
  CHECK(r.lines("collation public.b") == "collation public.b | lc_collate=C | lc_ctype=C\n");
  CHECK(r.lines("collation public.a") == "collation public.a | lc_collate=C | lc_ctype=C\n");
  CHECK(r.lines("collation public.c").find("locale=en-US") != std::string::npos);
  CHECK(r.lines("collation public.d").find("locale=und-u-ks-level2") != std::string::npos);
  CHECK(r.lines("collation public.e").find("locale=de-u-co-phonebk-kn-true") != std::string::npos);
  CHECK(r.says("parameter \"lc_ctype\" must be specified"));
  CHECK(r.says("nondeterministic collations not supported with this provider"));
}

TEST_CASE("text search: copies, mappings, options") {
  const Replayed r(
      "create text search dictionary d (template = simple, stopwords = 'english'); alter text search dictionary d (stopwords, accept = false);"
      "create text search configuration c (copy = russian); alter text search configuration c alter mapping for word with d, russian_stem;"
      "alter text search configuration c drop mapping for url, email; alter text search configuration c add mapping for word with simple;"
      "alter text search configuration c alter mapping replace simple with d; alter text search configuration c add mapping for nothing with d;"
      "create table t (b text, s tsvector generated always as (to_tsvector('c', b)) stored); drop text search configuration c;");
  CHECK(r.lines("text search dictionary") == "text search dictionary public.d | template=simple | options=[accept=false]\n");
  const std::string c = r.lines("text search configuration");
  CHECK(c.find("{token=word, dictionaries=[public.d, russian_stem]}") != std::string::npos);
  CHECK(c.find("{token=asciiword, dictionaries=[english_stem]}") != std::string::npos);
  CHECK(c.find("{token=host, dictionaries=[public.d]}") != std::string::npos);
  CHECK(c.find("token=url,") == std::string::npos);
  CHECK(r.says("duplicate key value violates unique constraint"));
  CHECK(r.says("token type \"nothing\" does not exist"));
  CHECK(r.says("cannot drop text search configuration public.c because other objects depend on it"));
}

TEST_CASE("a language of one's own has privileges and holds its functions") {
  const Replayed r(
      "create function h() returns language_handler language c as 'x', 'h'; create trusted language mine handler h; grant usage on language mine to anon;"
      "create function f() returns int language mine as ''; drop language mine; alter language mine rename to ours; grant usage on language plpgsql to anon;");
  CHECK(r.says("cannot drop language mine because other objects depend on it: function public.f()"));
  CHECK(r.lines("function public.f").find("language=ours") != std::string::npos);
  CHECK(r.lines("privileges on language ours to anon").find("USAGE") != std::string::npos);
}
