#include "compiler/rules/rules.h"

namespace schemac::compiler {

Ruling ruleCollation(const RuleInput& input) { return inPlace(input, {}); }

}  // namespace schemac::compiler
