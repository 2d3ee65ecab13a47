#include "emitters/declarative.h"

#include "tests/emitters/plans.h"
#include "tests/support/catch.h"

namespace schemac::testing {
namespace {

std::string namesOf(const std::vector<emitters::File>& files) {
  std::string out;
  for (const auto& file : files) out += file.name + " ";
  return out;
}

const emitters::File& fileOf(const std::vector<emitters::File>& files, const std::string& name) {
  for (const auto& file : files)
    if (file.name == name) return file;
  FAIL("no file " << name << " among " << namesOf(files));
  throw std::logic_error("unreachable");
}

}  // namespace

TEST_CASE("a file a table with what is its own, without guards") {
  Hand hand;
  const ir::Object& table = hand.to->make(&Hand::in(*hand.to), "Big Table", ir::Table{});
  ir::Policy policy;
  policy.usingExpression = Hand::text("true");
  const ir::Object& own = hand.to->make(&table, "p", policy);
  const ir::Object& mood = hand.to->make(&Hand::in(*hand.to), "mood", ir::Enum{{"a", "b"}});
  const ir::Object& hue = hand.to->make(&Hand::in(*hand.to), "hue", ir::Enum{{"x"}});
  for (const ir::Object* object : {&mood, &hue, &table, &own}) hand.create(*object);
  const auto files = emitters::emitDeclarative(hand.plan);
  CHECK(namesOf(files) == "200-types.sql 400-table-Big_Table.sql ");
  CHECK(fileOf(files, "200-types.sql").text == "create type public.mood as enum ('a', 'b');\n\ncreate type public.hue as enum ('x');\n");
  CHECK(fileOf(files, "400-table-Big_Table.sql").text ==
        "create table public.\"Big Table\" ();\n\ncreate policy p on public.\"Big Table\" using (true);\n");
}

TEST_CASE("a number grows where the name alone would come too early") {
  Hand hand;
  const ir::Object& a = hand.to->make(&Hand::in(*hand.to), "a", ir::Table{});
  const ir::Object& z = hand.to->make(&Hand::in(*hand.to), "z", ir::Table{});
  const ir::Object& view = hand.to->make(&Hand::in(*hand.to), "v", ir::View{});
  for (const ir::Object* object : {&z, &a, &view}) hand.create(*object);
  hand.plan.edges.push_back({0, 1, "a refers to z", false});
  hand.plan.edges.push_back({1, 2, "v reads a", false});
  CHECK(namesOf(emitters::emitDeclarative(hand.plan)) == "400-table-z.sql 401-table-a.sql 500-view-v.sql ");
}

TEST_CASE("files that need each other: the smaller part moves into a file of its own") {
  Hand hand;
  const ir::Object& a = hand.to->make(&Hand::in(*hand.to), "a", ir::Table{});
  const ir::Object& b = hand.to->make(&Hand::in(*hand.to), "b", ir::Table{});
  ir::ForeignKey toB, toA;
  toB.table = b;
  toA.table = a;
  const ir::Object& first = hand.to->make(&a, "to_b", toB);
  const ir::Object& second = hand.to->make(&b, "to_a", toA);
  for (const ir::Object* object : {&a, &b, &first, &second}) hand.create(*object);
  hand.plan.edges.push_back({0, 2, "part", false});
  hand.plan.edges.push_back({1, 2, "refers", false});
  hand.plan.edges.push_back({1, 3, "part", false});
  hand.plan.edges.push_back({0, 3, "refers", false});
  CHECK(namesOf(emitters::emitDeclarative(hand.plan)) == "400-table-a.sql 400-table-b.sql 401-table-a-2.sql ");
}

TEST_CASE("types that a function stands between leave their common file") {
  Hand hand;
  const ir::Object& early = hand.to->make(&Hand::in(*hand.to), "early", ir::Enum{{"a"}});
  const ir::Object& function = hand.to->make(&Hand::in(*hand.to), "f", ir::Function{});
  const ir::Object& late = hand.to->make(&Hand::in(*hand.to), "late", ir::Enum{{"a"}});
  for (const ir::Object* object : {&early, &function, &late}) hand.create(*object);
  hand.plan.edges.push_back({0, 1, "takes it", false});
  hand.plan.edges.push_back({1, 2, "calls it", false});
  CHECK((namesOf(emitters::emitDeclarative(hand.plan)) == "200-enum-early.sql 300-function-f.sql 300-enum-late.sql " ||
        namesOf(emitters::emitDeclarative(hand.plan)) == "200-enum-early.sql 300-function-f.sql 301-enum-late.sql "));
}

}  // namespace schemac::testing
