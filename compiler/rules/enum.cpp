#include "compiler/rules/rules.h"

namespace schemac::compiler {

// Labels are added where they belong; where one goes or moves, the emitter swaps the type under its columns.
Ruling ruleEnum(const RuleInput& input) { return inPlace(input, {"labels"}); }

}  // namespace schemac::compiler
