#include "compiler/rules/rules.h"

namespace schemac::compiler {

// CREATE OR REPLACE LANGUAGE.
Ruling ruleLanguage(const RuleInput& input) { return inPlace(input, {"trusted", "handler", "inline", "validator"}); }

}  // namespace schemac::compiler
