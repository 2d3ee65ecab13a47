#include "compiler/rules/rules.h"

namespace schemac::compiler {

// ALTER TEXT SEARCH TEMPLATE changes its name and schema alone.
Ruling ruleTextSearchTemplate(const RuleInput& input) { return inPlace(input, {}); }

}  // namespace schemac::compiler
