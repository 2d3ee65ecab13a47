#include "compiler/rules/rules.h"

namespace schemac::compiler {

namespace {

// May CREATE OR REPLACE VIEW put the new query in place? The old columns must come first, with their names, types and collations.
std::string reasonAgainst(const ir::Object& before, const ir::Object& after) {
  const auto old = ir::columnsOf(before), now = ir::columnsOf(after);
  if (now.size() < old.size()) return "the new query has fewer columns";
  for (std::size_t i = 0; i != old.size(); ++i) {
    const std::string column = "column " + std::to_string(i + 1);
    if (old[i]->name != now[i]->name) return column + " is called " + now[i]->name.str() + " instead of " + old[i]->name.str();
    const auto& a = old[i]->as<ir::Column>();
    const auto& b = now[i]->as<ir::Column>();
    if (a.type && b.type && a.type != b.type) return column + " has another type";
    if (a.type && b.type && a.collation != b.collation) return column + " has another collation";
  }
  return {};
}

}  // namespace

Ruling ruleView(const RuleInput& input) {
  if (input.changes("query")) {
    const std::string reason = reasonAgainst(input.before, input.after);
    if (!reason.empty()) return {Decision::Recreate, reason};
  }
  return inPlace(input, {"query", "options"});
}

}  // namespace schemac::compiler
