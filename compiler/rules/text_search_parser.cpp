#include "compiler/rules/rules.h"

namespace schemac::compiler {

// ALTER TEXT SEARCH PARSER changes its name and schema alone.
Ruling ruleTextSearchParser(const RuleInput& input) { return inPlace(input, {}); }

}  // namespace schemac::compiler
