#include "compiler/rules/rules.h"

namespace schemac::compiler {

// ADD, ALTER, DROP MAPPING; the parser is for good.
Ruling ruleTextSearchConfiguration(const RuleInput& input) { return inPlace(input, {"mappings"}); }

}  // namespace schemac::compiler
