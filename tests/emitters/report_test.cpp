#include <nlohmann/json.hpp>

#include "emitters/json_text.h"
#include "emitters/report.h"
#include "emitters/report_steps.h"
#include "tests/emitters/plans.h"
#include "tests/support/catch.h"

namespace schemac::testing {
namespace {

using emitters::jsonString;

const emitters::MigrationOptions options{"add_a", "20260101000000", "here", "there", "1"};

// Two tables, the second with a foreign key to the first, and a policy whose text wants to be something else.
struct Case : Hand {
  const ir::Object* first = nullptr;
  const ir::Object* second = nullptr;
  const ir::Object* policy = nullptr;
  Case() {
    first = &to->make(&in(*to), "a|b", ir::Table{});
    second = &to->make(&in(*to), "second", ir::Table{});
    ir::Policy data;
    data.usingExpression = text("'```</details>' <> '| --'");
    policy = &to->make(second, "say \"hi\"\n@everyone <b>", data);
    create(*first);
    create(*second);
    create(*policy);
    plan.edges.push_back({0, 1, "table public.second refers to \"a|b\"", false});
    plan.edges.push_back({1, 2, "policy needs its table", true});
    for (const ir::Object* object : {first, second, policy}) plan.changes.push_back({nullptr, object, {}});
    plan.hazards.push_back({"data-loss", "rows of `a|b` go", first, true});
  }
};

}  // namespace

TEST_CASE("JSON strings: what is special is escaped, what is not UTF-8 is replaced") {
  CHECK(jsonString("a\"\\\n\r\t\x01\x7f") == R"("a\"\\\n\r\t\u0001\u007f")");
  CHECK(jsonString("ä€😀") == "\"ä€😀\"");
  CHECK(jsonString("\xff\xc3(\xed\xa0\x80") == R"("\ufffd\ufffd(\ufffd\ufffd\ufffd")");
}

TEST_CASE("a plan as JSON holds its graph, its hazards and its statements") {
  Case c;
  const auto json = nlohmann::json::parse(emitters::planJson(c.plan, emitters::emitMigration(c.plan, {}, options), options));
  CHECK(json["operations"].size() == 3);
  CHECK(json["operations"][0]["object"]["name"] == "a|b");
  CHECK(json["operations"][2]["object"]["part"] == "say \"hi\"\n@everyone <b>");
  CHECK(json["edges"][0]["reason"] == "table public.second refers to \"a|b\"");
  CHECK(json["edges"][1]["soft"] == true);
  CHECK(json["hazards"][0]["refused"] == true);
  CHECK(json["files"][0]["name"] == "20260101000000_add_a.sql");
  CHECK(json["files"][0]["steps"][0]["sql"] == "create table if not exists public.\"a|b\" ();\n");
}

TEST_CASE("text of the plan stays text in Markdown") {
  Case c;
  const std::string text = emitters::planMarkdown(c.plan, emitters::emitMigration(c.plan, {}, options), options);
  CHECK(text.starts_with("### Migration `add_a`: +2 tables"));
  CHECK(text.find("| `+` | table public.\"a\\|b\" |") != std::string::npos);
  CHECK(text.find("@everyone") > text.find("````sql"));  // a part of a new table: in its statements alone
  CHECK(text.find("````sql\n") != std::string::npos);  // longer than any fence inside
  CHECK(text.find("**refused** without `--allow data-loss`") != std::string::npos);
  CHECK(text.find("rows of \\`a\\|b\\` go") != std::string::npos);
}

TEST_CASE("the graph for Graphviz: an arrow from what must be first, dashed where it may give way") {
  Case c;
  const std::string dot = emitters::planDot(c.plan);
  CHECK(dot.find("n1 [label = \"1. create table public.\\\"a|b\\\"\"];") != std::string::npos);
  CHECK(dot.find("n1 -> n2 [label = \"table public.second refers to \\\"a|b\\\"\"];") != std::string::npos);
  CHECK(dot.find("n2 -> n3 [label = \"policy needs its table\", style = dashed];") != std::string::npos);
}

TEST_CASE("explain says what forced a statement's place, also by way of what has no statement") {
  Case c;
  const ir::Object& index = c.to->make(c.first, "i", ir::Index{});
  ir::Operation implied{ir::Verb::Create, nullptr, &index, {}, true, false, {}, {}};
  const std::size_t between = c.add(implied);
  c.plan.edges.push_back({0, between, "the index is part of its table", false});
  c.plan.edges.push_back({between, 2, "the policy waits for the index", false});
  const std::string text = emitters::explain(c.plan);
  CHECK(text.find("  2. create table public.second\n     because  the desired side alone has it\n     after    1, for table public.second refers") != std::string::npos);
  CHECK(text.find("takes    create index public.i") != std::string::npos);
  CHECK(text.find("after    1, for the index is part of its table") != std::string::npos);
  CHECK(text.find("2, for policy needs its table (where it can)") != std::string::npos);
  CHECK(text.find("hazard   rows of `a|b` go [data-loss]") != std::string::npos);
}

}  // namespace schemac::testing
