#include "compiler/rules/rules.h"

namespace schemac::compiler {

// Storage parameters and tablespace are those of its index: ALTER INDEX. A unique constraint cannot change its deferrability.
Ruling ruleKey(const RuleInput& input) { return inPlace(input, {"options", "tablespace"}); }

}  // namespace schemac::compiler
