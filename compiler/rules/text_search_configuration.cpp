#include "compiler/rules/rules.h"

namespace schemac::compiler {

Ruling ruleTextSearchConfiguration(const RuleInput& input) { return inPlace(input, {}); }

}  // namespace schemac::compiler
