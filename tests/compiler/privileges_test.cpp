#include <map>

#include "tests/compiler/hand_made.h"
#include "tests/support/catch.h"

using namespace schemac;
using test::Hand;

namespace {

// The grant operations of a plan: grantee → change.
std::map<std::string, ir::GrantChange> grants(const test::Result& result) {
  std::map<std::string, ir::GrantChange> all;
  for (const ir::Segment& segment : result.plan->segments)
    for (const ir::Step& step : segment.steps) {
      const ir::Operation& op = result.plan->operations[step.operation];
      if (op.grant) all[(op.after ? op.after : op.before)->name.str()] = *op.grant;
    }
  return all;
}

}  // namespace

TEST_CASE("privileges of an existing object change by what is written, never by what the platform gave", "[compiler]") {
  Hand a, b;
  ir::Object& before = a.table("t");
  ir::Object& after = b.table("t");
  SECTION("a grant is added and one taken away") {
    a.grant(before, "reader", ir::Select | ir::Insert);
    b.grant(after, "reader", ir::Select | ir::Update, ir::Select | ir::Update);
    const auto result = test::plan(a, b);
    const auto all = grants(*result);
    REQUIRE(all.size() == 1);
    CHECK(all.at("reader").held == (ir::Select | ir::Insert));
    CHECK(all.at("reader").wanted == (ir::Select | ir::Update));
    CHECK(result->diagnostics.empty());
  }
  SECTION("the platform's default privileges explain it: said, not done") {
    a.grant(before, "anon", ir::Select | ir::Insert, 0, ir::Select | ir::Insert);
    const auto result = test::plan(a, b);
    CHECK(result->plan->empty());
    REQUIRE(result->diagnostics.sorted().size() == 1);
    CHECK(result->diagnostics.sorted()[0]->code == ir::Code::PlatformPrivileges);
    CHECK(test::plan(b, a)->plan->empty());
  }
  SECTION("a REVOKE that was written is done") {
    a.grant(before, "anon", ir::Select | ir::Insert, 0, ir::Select | ir::Insert);
    b.grant(after, "anon", 0, ir::Select | ir::Insert);
    const auto all = grants(*test::plan(a, b));
    REQUIRE(all.size() == 1);
    CHECK(all.at("anon").wanted == 0);
  }
}

TEST_CASE("a function that PUBLIC may not call says so against PostgreSQL's own default", "[compiler]") {
  Hand a, b;
  a.function("f");
  b.grant(b.function("f"), ir::kPublic, 0, ir::Execute);
  const auto forward = grants(*test::plan(a, b));
  REQUIRE(forward.size() == 1);
  CHECK(forward.at("public").held == ir::Execute);
  CHECK(forward.at("public").wanted == 0);
  const auto back = grants(*test::plan(b, a));
  CHECK(back.at("public").wanted == ir::Execute);
  CHECK(test::plan(b, a)->hazard("weakens-security"));
}

TEST_CASE("a new object gets what is written, and loses what the target's defaults give too much", "[compiler]") {
  Hand a, b;
  a.add(a.space, "postgres/tables/anon", ir::DefaultPrivilege{"postgres", "tables", "anon", ir::Select | ir::Insert, 0});
  a.add(a.space, "postgres/tables/service", ir::DefaultPrivilege{"postgres", "tables", "service", ir::Select, 0});
  b.add(b.space, "postgres/tables/service", ir::DefaultPrivilege{"postgres", "tables", "service", ir::Select, 0});
  a.add(a.space, "other/tables/anon", ir::DefaultPrivilege{"other", "tables", "nobody", ir::Select, 0});
  ir::Object& t = b.table("t");
  b.grant(t, "service", ir::Select, ir::Select);  // written, though the default gives it
  const auto result = test::plan(a, b);
  const auto all = grants(*result);
  REQUIRE(all.size() == 2);
  CHECK(all.at("anon").held == (ir::Select | ir::Insert));
  CHECK(all.at("anon").wanted == 0);
  CHECK(all.at("service").held == all.at("service").wanted);
  CHECK(all.at("service").spelled == ir::Select);
  // Default privileges change last: new objects have had the old ones.
  CHECK(result->steps.back().find("drop default privileges") == 0);
}
