#include "compiler/rules/rules.h"

namespace schemac::compiler {

Ruling ruleOperatorFamily(const RuleInput& input) { return inPlace(input, {}); }

}  // namespace schemac::compiler
