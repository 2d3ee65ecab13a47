#include "compiler/rules/rules.h"

namespace schemac::compiler {

Ruling ruleComment(const RuleInput& input) { return inPlace(input, {"text"}); }

}  // namespace schemac::compiler
