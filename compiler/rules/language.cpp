#include "compiler/rules/rules.h"

namespace schemac::compiler {

Ruling ruleLanguage(const RuleInput& input) { return inPlace(input, {}); }

}  // namespace schemac::compiler
