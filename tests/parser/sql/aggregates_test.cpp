#include "tests/support/catch.h"
#include "tests/support/replayed.h"

using namespace schemac;
using schemac::test::Replayed;

namespace {
const char* const kStep = "create function step(s int, v int) returns int language sql as 'select 1';";
}

TEST_CASE("an aggregate keeps its functions, its state and what it gives") {
  const Replayed r(std::string(kStep) +
                   "create aggregate total(v int) (sfunc = step, stype = int, initcond = '', parallel = safe, sspace = 8);"
                   "create aggregate half(int) (sfunc = step, stype = int, finalfunc = float8, combinefunc = int4pl);");
  CHECK(r.errors().empty());
  CHECK(r.lines("aggregate public.total") ==
        "aggregate public.total(integer) | arguments=[{name=v, type=integer}] | returns=integer | "
        "accumulation={sfunc=public.step(integer, integer), stype=integer, sspace=8, finalfunc_modify=read_only} | parallel=safe\n");
  CHECK(r.lines("aggregate public.half").find("returns=double precision") != std::string::npos);
}

TEST_CASE("the options of an aggregate in PostgreSQL 7's spelling are the same") {
  const Replayed r("create aggregate a (basetype = int, sfunc1 = int4pl, stype1 = int, initcond1 = '0'); create aggregate n (basetype = 'ANY', sfunc = int8inc, stype = int8);");
  CHECK(r.errors().empty());
  CHECK(r.lines("aggregate public.a(integer)").find("initcond=0") != std::string::npos);
  CHECK(r.lines("aggregate public.n()").find("sfunc=int8inc") != std::string::npos);
}

TEST_CASE("ordered-set and hypothetical aggregates have direct arguments") {
  const Replayed r(
      "create aggregate p(float8 order by anyelement) (sfunc = ordered_set_transition, stype = internal, finalfunc = percentile_disc_final, finalfunc_extra = true);"
      "create aggregate h(variadic \"any\" order by variadic \"any\") (sfunc = ordered_set_transition_multi, stype = internal, finalfunc = rank_final, "
      "finalfunc_extra = true, hypothetical);");
  CHECK(r.errors().empty());
  CHECK(r.lines("aggregate public.p").find("aggregate kind=1") != std::string::npos);
  CHECK(r.lines("aggregate public.p").find("direct arguments=1") != std::string::npos);
  CHECK(r.lines("aggregate public.p").find("finalfunc_modify=read_write") != std::string::npos);
  CHECK(r.lines("aggregate public.h").find("returns=bigint") != std::string::npos);
}

TEST_CASE("CREATE OR REPLACE AGGREGATE changes what it may, and refuses the rest") {
  const Replayed r(std::string(kStep) +
                   "create aggregate a(x int) (sfunc = int4pl, stype = int); comment on aggregate a(int) is 'kept';"
                   "create or replace aggregate a(x int) (sfunc = step, stype = int, initcond = '1');"
                   "create aggregate a(int) (sfunc = int4pl, stype = int);"
                   "create or replace aggregate a(y int) (sfunc = int4pl, stype = int);"
                   "create or replace aggregate a(x int) (sfunc = int4_sum, stype = int8);"
                   "create or replace function a(x int) returns int language sql as 'select 1'; create or replace aggregate step(int, int) (sfunc = int4pl, stype = int);");
  CHECK(r.errors().find("function \"a\" already exists with same argument types") != std::string::npos);
  CHECK(r.says("cannot change name of input parameter \"x\""));
  CHECK(r.says("cannot change return type of existing function"));
  CHECK(r.says("cannot change routine kind"));
  CHECK(r.lines("comment") == "comment on aggregate public.a(integer) | text=kept\n");
  CHECK(r.lines("aggregate public.a").find("sfunc=public.step") != std::string::npos);
}

TEST_CASE("an aggregate is a function to COMMENT and GRANT, not to DROP") {
  const Replayed r(
      "create aggregate a(int) (sfunc = int4pl, stype = int); comment on function a(int) is 'x'; revoke all on function a(int) from public;"
      "grant execute on all functions in schema public to anon; alter function a(int) rename to b; drop function b(int); create function f() returns int language sql as 'select 1';"
      "drop aggregate f(*); alter aggregate b(int) owner to staff;");
  CHECK(r.errors() == "\"b\" is an aggregate function\nfunction f() is not an aggregate\n");
  CHECK(r.lines("comment") == "comment on aggregate public.b(integer) | text=x\n");
  CHECK(r.lines("privileges on aggregate public.b(integer) to anon").find("EXECUTE") != std::string::npos);
  CHECK(r.lines("owner of aggregate") == "owner of aggregate public.b(integer) | role=staff\n");
}

TEST_CASE("default privileges on functions are given to aggregates") {
  const Replayed r("alter default privileges revoke execute on functions from public; create aggregate a(int) (sfunc = int4pl, stype = int);");
  CHECK(r.errors().empty());
  CHECK(r.lines("privileges on aggregate public.a(integer) to PUBLIC") != "");
}

TEST_CASE("what an aggregate uses cannot go without it, and a view calls it") {
  const Replayed r(std::string(kStep) +
                   "create aggregate a(int) (sfunc = step, stype = int); create table t (x int); create view v as select a(x) from t; drop function step(int, int);"
                   "drop aggregate a(int); drop aggregate a(int) cascade; select 1;");
  CHECK(r.says("cannot drop function public.step(integer, integer) because other objects depend on it: aggregate public.a(integer)"));
  CHECK(r.says("cannot drop aggregate public.a(integer) because other objects depend on it: view public.v"));
  CHECK(r.lines("view").empty());
}
