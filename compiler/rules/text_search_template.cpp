#include "compiler/rules/rules.h"

namespace schemac::compiler {

Ruling ruleTextSearchTemplate(const RuleInput& input) { return inPlace(input, {}); }

}  // namespace schemac::compiler
