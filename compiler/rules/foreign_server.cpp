#include "compiler/rules/rules.h"

namespace schemac::compiler {

// A server cannot change its wrapper or its type.
Ruling ruleForeignServer(const RuleInput& input) { return inPlace(input, {"version", "options"}); }

}  // namespace schemac::compiler
