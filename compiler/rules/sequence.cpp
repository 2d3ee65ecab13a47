#include "compiler/rules/rules.h"

namespace schemac::compiler {

Ruling ruleSequence(const RuleInput& input) {
  // A sequence that becomes an identity (or stops being one) is made by the column, under the same name.
  if (input.changes("identity")) return {Decision::Recreate, "identity makes its own sequence"};
  return inPlace(input, {"type", "start", "increment", "minimum", "maximum", "cache", "cycle", "persistence", "owned by"});
}

}  // namespace schemac::compiler
