#include "parser/sql/encoding.h"

#include "tests/support/catch.h"
#include "tests/support/replayed.h"

using schemac::parser::findInvalidUtf8;
using schemac::test::Replayed;

TEST_CASE("bytes that are no UTF-8 are found") {
  constexpr auto none = std::string_view::npos;
  CHECK(findInvalidUtf8("") == none);
  CHECK(findInvalidUtf8("caf\xC3\xA9 \xE2\x82\xAC \xF0\x9F\x98\x80") == none);
  CHECK(findInvalidUtf8("caf\xE9") == 3);
  CHECK(findInvalidUtf8("a\xC0\x80") == 1);          // overlong
  CHECK(findInvalidUtf8("\xED\xA0\x80") == 0);      // a surrogate
  CHECK(findInvalidUtf8("\xF4\x90\x80\x80") == 0);  // beyond U+10FFFF
  CHECK(findInvalidUtf8(std::string_view("a\0b", 3)) == 1);
  CHECK(findInvalidUtf8("\xE2\x82") == 0);
}

TEST_CASE("a file that is not UTF-8 is an error, and is read to its end") {
  const Replayed r("create table t (a int); comment on table t is 'caf\xE9'; do $$ begin perform '\xE9'; end $$; create table u (b int);");
  CHECK(r.says("invalid byte sequence for encoding \"UTF8\": 0xe9"));
  CHECK(r.lines("table").find("public.u") != std::string::npos);
}
