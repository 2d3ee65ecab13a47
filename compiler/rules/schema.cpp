#include "compiler/rules/rules.h"

namespace schemac::compiler {

// A schema has no fields: its name is its identity, owner and privileges are objects of their own.
Ruling ruleSchema(const RuleInput& input) { return inPlace(input, {}); }

}  // namespace schemac::compiler
