#include "compiler/rules/rules.h"

namespace schemac::compiler {

// SET DEFAULT replaces.
Ruling ruleDefault(const RuleInput& input) { return inPlace(input, {"value"}); }

}  // namespace schemac::compiler
