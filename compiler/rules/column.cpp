#include "compiler/rules/rules.h"

namespace schemac::compiler {

namespace {

Ruling ruleGenerated(const RuleInput& input) {
  const auto& before = input.before.as<ir::Column>();
  const auto& after = input.after.as<ir::Column>();
  if (before.generated == ir::Generated::Stored && after.generated == ir::Generated::None)
    return {Decision::InPlace, {}};  // DROP EXPRESSION keeps the values
  if (before.generated != after.generated)
    return {Decision::Recreate, "a column cannot be made a generated one (nor virtual a stored one)"};
  // SET EXPRESSION came with 17, for stored columns; for virtual ones with them.
  if (input.serverVersion < 17) return {Decision::Recreate, "before 17 the expression of a generated column cannot be altered"};
  return {Decision::InPlace, {}};
}

}  // namespace

Ruling ruleColumn(const RuleInput& input) {
  if (input.changes("generated") || input.changes("generation expression")) {
    Ruling ruling = ruleGenerated(input);
    if (ruling.decision != Decision::InPlace) return ruling;
  }
  if (input.changesOnly({"local"}))
    return {Decision::Leave, "PostgreSQL cannot make an inherited column its own (or the reverse) in place"};
  return inPlace(input, {"type", "not null", "collation", "identity", "generated", "generation expression", "storage", "compression",
                         "statistics", "options", "foreign options", "local"});
}

}  // namespace schemac::compiler
