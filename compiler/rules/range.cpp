#include "compiler/rules/rules.h"

namespace schemac::compiler {

// ALTER TYPE sets none of the options that a range was made with.
Ruling ruleRange(const RuleInput& input) { return inPlace(input, {}); }

}  // namespace schemac::compiler
