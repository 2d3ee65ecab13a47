#include "compiler/rules/rules.h"

namespace schemac::compiler {

Ruling ruleOperator(const RuleInput& input) { return inPlace(input, {}); }

}  // namespace schemac::compiler
