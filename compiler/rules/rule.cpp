#include "compiler/rules/rules.h"

namespace schemac::compiler {

// CREATE OR REPLACE RULE takes any other event as well; it keeps the state.
Ruling ruleRule(const RuleInput& input) { return inPlace(input, {"instead", "condition", "actions", "event", "enabled"}); }

}  // namespace schemac::compiler
