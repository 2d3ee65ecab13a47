#include "compiler/rules/rules.h"

namespace schemac::compiler {

Ruling ruleTextSearchDictionary(const RuleInput& input) { return inPlace(input, {}); }

}  // namespace schemac::compiler
