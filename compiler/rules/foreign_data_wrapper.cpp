#include "compiler/rules/rules.h"

namespace schemac::compiler {

// ALTER FOREIGN DATA WRAPPER: HANDLER, VALIDATOR, OPTIONS (ADD, SET, DROP).
Ruling ruleForeignDataWrapper(const RuleInput& input) { return inPlace(input, {"handler", "validator", "options"}); }

}  // namespace schemac::compiler
