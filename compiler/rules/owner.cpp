#include "compiler/rules/rules.h"

namespace schemac::compiler {

Ruling ruleOwner(const RuleInput& input) { return inPlace(input, {"role"}); }

}  // namespace schemac::compiler
