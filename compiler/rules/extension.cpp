#include "compiler/rules/rules.h"

namespace schemac::compiler {

// ALTER EXTENSION … UPDATE TO, SET SCHEMA. Never recreated: everything that uses its types would go.
Ruling ruleExtension(const RuleInput& input) { return inPlace(input, {"schema", "version"}); }

}  // namespace schemac::compiler
