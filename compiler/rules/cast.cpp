#include "compiler/rules/rules.h"

namespace schemac::compiler {

Ruling ruleCast(const RuleInput& input) { return inPlace(input, {}); }

}  // namespace schemac::compiler
