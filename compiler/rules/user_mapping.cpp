#include "compiler/rules/rules.h"

namespace schemac::compiler {

Ruling ruleUserMapping(const RuleInput& input) { return inPlace(input, {"options"}); }

}  // namespace schemac::compiler
