#include "compiler/rules/rules.h"

namespace schemac::compiler {

// The template is for good.
Ruling ruleTextSearchDictionary(const RuleInput& input) { return inPlace(input, {"options"}); }

}  // namespace schemac::compiler
