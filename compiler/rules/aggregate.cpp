#include "compiler/rules/rules.h"

namespace schemac::compiler {

Ruling ruleAggregate(const RuleInput& input) { return inPlace(input, {}); }

}  // namespace schemac::compiler
