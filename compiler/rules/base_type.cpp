#include "compiler/rules/rules.h"

namespace schemac::compiler {

Ruling ruleBaseType(const RuleInput& input) { return inPlace(input, {}); }

}  // namespace schemac::compiler
