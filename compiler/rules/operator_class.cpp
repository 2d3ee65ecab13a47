#include "compiler/rules/rules.h"

namespace schemac::compiler {

// ALTER OPERATOR CLASS changes its name, schema and owner alone.
Ruling ruleOperatorClass(const RuleInput& input) { return inPlace(input, {}); }

}  // namespace schemac::compiler
