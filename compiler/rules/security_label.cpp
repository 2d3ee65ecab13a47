#include "compiler/rules/rules.h"

namespace schemac::compiler {

Ruling ruleSecurityLabel(const RuleInput& input) { return inPlace(input, {"label"}); }

}  // namespace schemac::compiler
