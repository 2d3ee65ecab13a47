#include "parser/sql/rule_text.h"

namespace schemac::parser {

RuleText ruleText(const Slices& slices, std::size_t relation) {
  RuleText text;
  std::size_t at = slices.end(relation, {"where", "do"});
  if (slices.is(at, "where")) {
    const std::size_t action = slices.end(at + 1, {"do"});
    text.condition = slices.bare(at + 1, action);
    at = action;
  }
  ++at;
  if (slices.is(at, "also") || slices.is(at, "instead")) ++at;
  std::size_t last = slices.size();
  while (last > at && slices.is(last - 1, ";")) --last;
  if (at + 1 == last && slices.is(at, "nothing")) return text;
  if (!slices.is(at, "(") || slices.closing(at) != last - 1) {
    text.actions.push_back(slices.span(at, last));
    return text;
  }
  for (std::size_t first = at + 1; first < last - 1;) {
    const std::size_t end = slices.end(first, {";"}, last - 1);
    if (const Span action = slices.bare(first, end); !action.empty()) text.actions.push_back(action);
    first = end + 1;
  }
  return text;
}

BindScope ruleScope(const ir::Object& relation, ir::Name event, bool condition) {
  BindScope scope;
  const bool bare = condition && event != "update";
  if (event != "insert") scope.relations.push_back({&relation, "old", bare});
  if (event != "delete") scope.relations.push_back({&relation, "new", bare});
  return scope;
}

}  // namespace schemac::parser
