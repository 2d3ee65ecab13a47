#include "compiler/rules/rules.h"

namespace schemac::compiler {

// ALTER EVENT TRIGGER changes the state alone.
Ruling ruleEventTrigger(const RuleInput& input) { return inPlace(input, {"enabled"}); }

}  // namespace schemac::compiler
