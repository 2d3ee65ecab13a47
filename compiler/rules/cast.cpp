#include "compiler/rules/rules.h"

namespace schemac::compiler {

// There is no ALTER CAST.
Ruling ruleCast(const RuleInput& input) { return inPlace(input, {}); }

}  // namespace schemac::compiler
