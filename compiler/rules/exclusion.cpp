#include "compiler/rules/rules.h"

namespace schemac::compiler {

Ruling ruleExclusion(const RuleInput& input) { return inPlace(input, {"options", "tablespace"}); }

}  // namespace schemac::compiler
