#include "parser/sql/slices.h"

#include "tests/support/catch.h"

using namespace schemac::parser;

namespace {

struct Text {
  explicit Text(std::string_view written) : text(written), tokens(tokenize(text, 0, static_cast<std::uint32_t>(text.size()))), slices(text, tokens) {}
  std::string text;
  std::vector<Token> tokens;
  Slices slices;
  std::string_view inside(std::string_view keyword) const { return slices.textOf(slices.inside(slices.next("(", slices.next(keyword, 0)))); }
};

}  // namespace

TEST_CASE("slices: what stands in parentheses") {
  CHECK(Text("check (a > 0)").inside("check") == "a > 0");
  CHECK(Text("CHECK ( (a + (b)) * c ) no inherit").inside("check") == "(a + (b)) * c");
  CHECK(Text("check (((a > 0) ))").inside("check") == "a > 0");
  CHECK(Text("check ((a) > (b))").inside("check") == "(a) > (b)");
  CHECK(Text("check (a <> ')' and b <> $x$)$x$ and \"c)\" /* ) */ > 1 -- )\n)").inside("check") ==
        "a <> ')' and b <> $x$)$x$ and \"c)\" /* ) */ > 1");
  CHECK(Text("check (f(a, (b), array[1, (2)]))").inside("check") == "f(a, (b), array[1, (2)])");
  CHECK(Text("check (a::numeric(10,2) > 1 /* why */)").inside("check") == "a::numeric(10,2) > 1");
}

TEST_CASE("slices: up to the next clause, comma or parenthesis") {
  const Text t("(a int default (1 + f(2, 3)) not null, b text default 'x, y' , c int)");
  const std::size_t first = t.slices.next("default", 0) + 1;
  CHECK(t.slices.textOf(t.slices.span(first, t.slices.end(first, {",", "not"}))) == "(1 + f(2, 3))");
  CHECK(t.slices.textOf(t.slices.bare(first, t.slices.end(first, {",", "not"}))) == "1 + f(2, 3)");
  const std::size_t second = t.slices.next("default", first) + 1;
  CHECK(t.slices.textOf(t.slices.span(second, t.slices.end(second, {","}))) == "'x, y'");
  const std::size_t last = t.slices.next("c", second);
  CHECK(t.slices.end(last, {","}) == t.slices.size() - 1);  // the parenthesis that closes the list
}

TEST_CASE("slices: lists are cut at their own commas") {
  const Text t("(a, lower(b), (c || ',') desc, d numeric_ops(x = 'a,b'), e[1, 2])");
  std::vector<std::string_view> parts;
  for (const auto& [first, last] : t.slices.split(1, t.slices.closing(0))) parts.push_back(t.slices.textOf(t.slices.span(first, last)));
  CHECK(parts == std::vector<std::string_view>{"a", "lower(b)", "(c || ',') desc", "d numeric_ops(x = 'a,b')", "e[1, 2]"});
}

TEST_CASE("slices: words are keywords only where they are not quoted") {
  const Text t("alter \"default\" set DEFAULT 'default'");
  CHECK(t.slices.next("default", 0) == 3);
  CHECK(t.slices.is(3, "default"));
  CHECK_FALSE(t.slices.is(1, "default"));
  CHECK(t.slices.next("nothing", 0) == t.slices.size());
  CHECK(t.slices.span(4, 4).empty());
  CHECK(t.slices.closing(0) == t.slices.size());
}
