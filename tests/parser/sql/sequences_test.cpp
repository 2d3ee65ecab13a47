#include "tests/support/catch.h"
#include "tests/support/replayed.h"

using schemac::test::Replayed;
namespace ir = schemac::ir;

namespace {

const ir::Sequence& sequence(const Replayed& r, const char* name) {
  REQUIRE(r.relation(name));
  return r.relation(name)->as<ir::Sequence>();
}

}  // namespace

TEST_CASE("sequences: bounds and start by type and direction") {
  const Replayed r(R"(
    create sequence plain;
    create sequence small as smallint;
    create sequence down increment by -1;
    create sequence down_small as int2 increment -2 maxvalue 100 no minvalue cycle cache 7;
    create sequence big start 5 minvalue 5 maxvalue 9223372036854775807;
  )");
  CHECK(r.errors() == "");
  CHECK(sequence(r, "plain").maximum == INT64_MAX);
  CHECK(sequence(r, "small").maximum == 32767);
  CHECK(sequence(r, "small").minimum == 1);
  CHECK(sequence(r, "down").maximum == -1);
  CHECK(sequence(r, "down").minimum == INT64_MIN);
  CHECK(sequence(r, "down").start == -1);
  CHECK(sequence(r, "down_small").minimum == -32768);
  CHECK(sequence(r, "down_small").start == 100);
  CHECK(sequence(r, "down_small").cycle);
  CHECK(sequence(r, "down_small").cache == 7);
  CHECK(sequence(r, "big").start == 5);
}

TEST_CASE("sequences: alter keeps chosen bounds and moves the type's own") {
  const Replayed r(R"(
    create table t (a int);
    create sequence s as int;
    alter sequence s as bigint;
    create sequence chosen as int maxvalue 1000;
    alter sequence chosen as smallint increment 3 owned by t.a;
    alter sequence if exists nothing cache 3;
    create sequence gone owned by t.a;
    alter sequence chosen owned by none;
    alter table t drop column a;
  )");
  CHECK(r.errors() == "");
  CHECK(sequence(r, "s").maximum == INT64_MAX);
  CHECK(sequence(r, "s").type == "bigint");
  CHECK(sequence(r, "chosen").maximum == 1000);
  CHECK(sequence(r, "chosen").increment == 3);
  CHECK(r.relation("gone") == nullptr);
}

TEST_CASE("sequences: what the server refuses") {
  CHECK(Replayed("create sequence s increment 0;").errors() == "INCREMENT must not be zero\n");
  CHECK(Replayed("create sequence s minvalue 5 maxvalue 4;").errors() == "MINVALUE (5) must be less than MAXVALUE (4)\n");
  CHECK(Replayed("create sequence s as smallint maxvalue 40000;").errors() ==
        "MAXVALUE (40000) is out of range for sequence data type smallint\n");
  CHECK(Replayed("create sequence s; create sequence s;").errors() == "relation \"s\" already exists\n");
  CHECK(Replayed("create sequence s as text;").errors() == "sequence type must be smallint, integer, or bigint\n");
}
