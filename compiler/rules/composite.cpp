#include "compiler/rules/rules.h"

namespace schemac::compiler {

// Its attributes are columns: ADD, DROP, ALTER ATTRIBUTE.
Ruling ruleComposite(const RuleInput& input) { return inPlace(input, {}); }

}  // namespace schemac::compiler
