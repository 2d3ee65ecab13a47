#include "compiler/annotations.h"

#include "compiler/locks.h"
#include "tests/compiler/hand_made.h"
#include "tests/support/catch.h"

using namespace schemac;

namespace {

compiler::Annotations read(const char* comment) {
  ir::Object object;
  object.leadingComment = comment;
  return compiler::annotationsOf(object);
}

}  // namespace

TEST_CASE("annotations are read from the lines above an object", "[annotations]") {
  CHECK_FALSE(read("").renamedFrom);
  CHECK_FALSE(read("-- the people\n-- of the house").renamedFrom);
  CHECK(read("-- the people\n-- schemac: renamed from Old_People").renamedFrom->name == "old_people");
  CHECK(read("-- @renamed from=title").renamedFrom->name == "title");
  CHECK(read("--schemac: renamed from \"Odd \"\"Name\"").renamedFrom->name == "Odd \"Name");
  const auto moved = read("-- schemac: renamed from app.\"T\"").renamedFrom;
  REQUIRE(moved);
  CHECK(moved->schema == "app");
  CHECK(moved->name == "T");
  const auto function = read("-- schemac: renamed from f(integer, text)").renamedFrom;
  REQUIRE(function);
  CHECK(*function->arguments == "integer,text");
}

TEST_CASE("labels, allowed hazards and what is not understood", "[annotations]") {
  const auto labels = read("-- schemac: label 'it''s' renamed from it is\n-- schemac: label 'b' renamed from 'a'").labels;
  REQUIRE(labels.size() == 2);
  CHECK(labels[0].first == "it's");
  CHECK(labels[0].second == "it is");
  CHECK(labels[1].second == "a");
  CHECK(read("-- schemac: allow data-loss, weakens-security").allow == std::vector<std::string>{"data-loss", "weakens-security"});
  CHECK(read("-- schemac: renamd from x").unknown == std::vector<std::string>{"schemac: renamd from x"});
  CHECK(read("-- schemac: renamed from \"open").unknown.size() == 1);
}

TEST_CASE("which types keep a column's rows as they are on disk", "[locks]") {
  test::Hand hand;
  const auto type = [&](const char* name, const char* modifiers) {
    ir::TypeRef result = hand.type(name);
    result.modifiers = modifiers;
    return result;
  };
  CHECK(compiler::keepsStorage(type("varchar", "10"), type("varchar", "20")));
  CHECK(compiler::keepsStorage(type("varchar", "10"), type("text", "")));
  CHECK_FALSE(compiler::keepsStorage(type("text", ""), type("varchar", "10")));
  CHECK_FALSE(compiler::keepsStorage(type("varchar", "20"), type("varchar", "10")));
  CHECK(compiler::keepsStorage(type("numeric", "10,2"), type("numeric", "12,2")));
  CHECK(compiler::keepsStorage(type("numeric", "10,2"), type("numeric", "")));
  CHECK_FALSE(compiler::keepsStorage(type("numeric", "10,2"), type("numeric", "12,3")));
  CHECK_FALSE(compiler::keepsStorage(type("int4", ""), type("int8", "")));
}
