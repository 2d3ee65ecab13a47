#include "compiler/rules/rules.h"

namespace schemac::compiler {

Ruling ruleTextSearchParser(const RuleInput& input) { return inPlace(input, {}); }

}  // namespace schemac::compiler
