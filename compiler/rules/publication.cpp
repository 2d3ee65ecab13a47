#include "compiler/rules/rules.h"

namespace schemac::compiler {

Ruling rulePublication(const RuleInput& input) { return inPlace(input, {"publish", "publish via partition root"}); }

}  // namespace schemac::compiler
