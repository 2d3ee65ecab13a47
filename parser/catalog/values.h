#pragma once
// How the catalog spells things inside one value: expressions, lists of them, types, access privileges.
#include <string>
#include <string_view>
#include <vector>

#include "ir/object.h"

namespace schemac::parser::catalog {

// Without white space around it and without the parentheses that enclose all of it, however many.
std::string_view stripParentheses(std::string_view expression);
// pg_get_expr of a list: "a, f(b, c), 'd, e'" in three.
std::vector<std::string_view> splitList(std::string_view expressions, char separator = ',');
// pg_get_viewdef without the blanks in front and the semicolon behind.
std::string_view trimQuery(std::string_view query);
// The condition of pg_get_triggerdef's WHEN ( … ); "" where it has none. pg_get_expr refuses it: it names OLD and NEW.
std::string_view triggerCondition(std::string_view definition);

// What format_type printed in parentheses ("10,2"), for interval its fields too ("day to second(3)"); "" where there is nothing.
std::string_view typeModifiers(std::string_view formatted);

// {"fillfactor=70"} as options. Without pg_attver: a mark that some builds of the server put on every column, which pg_dump leaves out, too.
ir::Options parseOptions(const std::vector<std::string>& settings);
// bytea in hex form.
std::string decodeHex(std::string_view text);

// One grantee's privileges, whoever granted them.
struct AclItem {
  std::string grantee;  // "" = PUBLIC
  ir::Privileges privileges = 0, grantable = 0;
};
// aclitem[] as text, "{postgres=arwdDxt/postgres,=r/postgres}"; the items of one grantee merged, in the order of their first.
std::vector<AclItem> parseAcl(std::string_view acl);

}  // namespace schemac::parser::catalog
