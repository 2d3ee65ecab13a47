#include "emitters/comments.h"
#include "tests/emitters/plans.h"
#include "tests/support/catch.h"

using namespace schemac;
using schemac::testing::Hand;

namespace {

// A plan that makes table t, and the one that takes it back.
struct Pair {
  Hand there, back;
  Pair() {
    there.create(there.to->make(&Hand::in(*there.to), "t", ir::Table{}));
    back.drop(back.from->make(&Hand::in(*back.from), "t", ir::Table{}));
  }
};

}  // namespace

TEST_CASE("a migration says what it does, can be taken back, and knows no clock") {
  Pair pair;
  pair.there.plan.hazards.push_back({"data-loss", "something\nis lost", nullptr, false});
  pair.there.plan.notCompared = {"owners"};
  const auto files = emitters::emitMigration(pair.there.plan, {pair.back.plan}, {"Add T!", "20261231235959", "supabase/migrations", "supabase/schemas", "1"});
  REQUIRE(files.size() == 1);
  CHECK(files[0].name == "20261231235959_add_t.sql");
  CHECK(files[0].text ==
        "-- Add T!: +1 table\n"
        "--   hazards   data-loss  something\\nis lost\n"
        "--   undo      schemac rollback; marked lines below cannot bring data back\n"
        "--   compared  supabase/migrations with supabase/schemas, PostgreSQL 17; not: owners\n"
        "set lock_timeout = '5s';\n"
        "\n"
        "-- table public.t\n"
        "create table if not exists public.t ();\n"
        "\n"
        "-- rollback: set lock_timeout = '5s';\n"
        "-- rollback:\n"
        "-- rollback: -- table public.t\n"
        "-- rollback: -- LOST: the rows of public.t\n"
        "-- rollback: drop table if exists public.t;\n"
        "-- rollback:\n"
        "-- rollback: -- then: supabase migration repair --status reverted 20261231235959\n");
  std::string sql;
  REQUIRE(emitters::rollbackText(files[0].text, sql));
  CHECK(sql ==
        "set lock_timeout = '5s';\n\n-- table public.t\n-- LOST: the rows of public.t\ndrop table if exists public.t;\n\n"
        "-- then: supabase migration repair --status reverted 20261231235959\n");
}

TEST_CASE("the files of one plan are one second apart, also at the end of a year") {
  Pair pair;
  pair.there.plan.segments.push_back({});
  pair.there.plan.segments.push_back({});
  const auto files = emitters::emitMigration(pair.there.plan, {}, {"n", "20281231235959", "", "", ""});
  REQUIRE(files.size() == 3);
  CHECK(files[1].name == "20290101000000_n.sql");
  CHECK(files[2].name == "20290101000001_n.sql");
  CHECK(files[1].text.rfind("-- n, file 2 of 3: no change\n", 0) == 0);
}

TEST_CASE("a file that runs outside a transaction holds its marker first and one statement last") {
  Hand h;
  const ir::Object& table = h.to->make(&Hand::in(*h.to), "t", ir::Table{});
  const ir::Object& a = h.to->make(&table, "a", Hand::column(*h.to, "int4"));
  ir::Index index;
  index.elements.push_back({});
  index.elements[0].column = a;
  h.create(h.to->make(&table, "t_a_idx", index));
  h.plan.segments[0].transactional = false;
  const auto files = emitters::emitMigration(h.plan, {}, {"n", "20260101000000", "", "", ""});
  CHECK(files[0].text ==
        "-- pg-delta: transaction=false\n"
        "-- n: +1 index\n"
        "--   undo      schemac rollback; marked lines below cannot bring data back\n"
        "--   compared  PostgreSQL 17\n"
        "-- rollback: -- then: supabase migration repair --status reverted 20260101000000\n"
        "create index concurrently if not exists t_a_idx on public.t (a);\n");
}

TEST_CASE("a rollback comes back from its comment as it went in, whatever ends its lines") {
  const std::string sql = "create function f() as $$a\r\nb$$;\n\n  select 1;\n";
  const std::string comment = emitters::rollbackComment(sql);
  CHECK(comment == "-- rollback: create function f() as $$a\r\n-- rollback: b$$;\n-- rollback:\n-- rollback:   select 1;\n");
  std::string out;
  REQUIRE(emitters::rollbackText("-- head\n" + comment + "select 2;\n", out));
  CHECK(out == sql);
  // A lone carriage return would end the comment: what follows stays inside.
  CHECK(emitters::rollbackComment("-- a\rdrop table t;\n") == "-- rollback: -- a\n-- rollback: drop table t;\n");
  // A checkout with CRLF changes nothing.
  REQUIRE(emitters::rollbackText("-- rollback: a;\r\n-- rollback: b;\r\n", out));
  CHECK(out == "a;\nb;\n");
  CHECK_FALSE(emitters::rollbackText("select 1;\n", out));
}
