#include "compiler/rules/rules.h"

namespace schemac::compiler {

// ALTER COLLATION changes its name, schema and owner alone.
Ruling ruleCollation(const RuleInput& input) { return inPlace(input, {}); }

}  // namespace schemac::compiler
