#include "compiler/rules/rules.h"

namespace schemac::compiler {

// ALTER OPERATOR FAMILY … ADD, DROP: one by one.
Ruling ruleOperatorFamily(const RuleInput& input) { return inPlace(input, {"operators", "functions"}); }

}  // namespace schemac::compiler
