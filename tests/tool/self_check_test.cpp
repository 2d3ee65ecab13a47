#include "tools/schemac/self_check.h"

#include "compiler/compile.h"
#include "parser/analyze/equality.h"
#include "parser/sql/replay.h"
#include "tests/support/catch.h"

using namespace schemac;

namespace {

// A migration of two SQL texts, as diff would write it, checked after `tamper` changed its files.
struct Checked {
  ir::Diagnostics diagnostics;
  bool passes = false;

  template <class Tamper>
  Checked(const std::string& before, const std::string& after, Tamper tamper) {
    tool::Ends ends;
    ends.profile = "postgres";
    ends.from = read(before);
    ends.to = read(after);
    tool::Job job;
    job.compile.allow = {"all"};
    const auto there = parser::makeEquality(*ends.from, *ends.to), back = parser::makeEquality(*ends.to, *ends.from);
    const auto plan = compiler::compile(ends.from, ends.to, job.compile, *there, diagnostics);
    REQUIRE(plan);
    const auto undo = compiler::rollbackOf(*plan, job.compile, *back, diagnostics);
    auto files = emitters::emitMigration(*plan, undo, {"m", "20260101000000", "", "", "0"});
    for (emitters::File& file : files) tamper(file.text);
    passes = tool::selfCheck(ends, job, *plan, undo, files, diagnostics);
  }
  std::string said() const {
    std::string text;
    for (const ir::Diagnostic* d : diagnostics.sorted()) text += ir::format(*d);
    return text;
  }

 private:
  std::shared_ptr<ir::Schema> read(const std::string& sql) {
    parser::ReplayOptions options;
    options.platformSql = "create schema public;";
    return parser::readSql({std::make_shared<const ir::Source>(ir::Source{"test.sql", sql})}, options, diagnostics);
  }
};

void replace(std::string& text, std::string_view old, std::string_view now) {
  const std::size_t at = text.find(old);
  REQUIRE(at != std::string::npos);
  text.replace(at, old.size(), now);
}

const std::string before = "create table public.t (a integer);";
const std::string after = "create table public.t (a integer, b integer default 1); create view public.v as select a from public.t;";

}  // namespace

TEST_CASE("the self-check passes what leads there and back", "[self-check]") {
  const Checked checked(before, after, [](std::string&) {});
  CHECK(checked.passes);
  CHECK(checked.said().empty());
}

TEST_CASE("the self-check names what a migration misses", "[self-check]") {
  const Checked checked(before, after, [](std::string& text) { replace(text, "default 1", "default 2"); });
  CHECK_FALSE(checked.passes);
  CHECK(checked.said().find("the migration does not lead to the desired schema [E4003]") != std::string::npos);
  CHECK(checked.said().find("public.t.b differs in its value") != std::string::npos);
}

TEST_CASE("the self-check finds what cannot run twice", "[self-check]") {
  const Checked checked(before, after, [](std::string& text) { replace(text, "add column if not exists", "add column"); });
  CHECK_FALSE(checked.passes);
  CHECK(checked.said().find("run twice, cannot be replayed") != std::string::npos);
}

TEST_CASE("the self-check follows the rollback", "[self-check]") {
  const Checked checked(before, after, [](std::string& text) { replace(text, "-- rollback: drop view", "-- rollback: -- drop view"); });
  CHECK_FALSE(checked.passes);
  CHECK(checked.said().find("rollback") != std::string::npos);
}

TEST_CASE("what the replayer cannot follow ends the self-check with a warning", "[self-check]") {
  const Checked checked(before, after, [](std::string& text) { text += "\ncreate transform for integer language sql (from sql with function f(internal));\n"; });
  CHECK(checked.passes);
  CHECK(checked.said().find("the self-check ends before") != std::string::npos);
}
