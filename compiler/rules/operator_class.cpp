#include "compiler/rules/rules.h"

namespace schemac::compiler {

Ruling ruleOperatorClass(const RuleInput& input) { return inPlace(input, {}); }

}  // namespace schemac::compiler
