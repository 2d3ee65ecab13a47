#include "compiler/rules/rules.h"

namespace schemac::compiler {

Ruling ruleSubscription(const RuleInput& input) { return inPlace(input, {"connection", "publications", "enabled", "slot name", "options"}); }

}  // namespace schemac::compiler
