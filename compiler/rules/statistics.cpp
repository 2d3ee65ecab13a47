#include "compiler/rules/rules.h"

namespace schemac::compiler {

// ALTER STATISTICS … SET STATISTICS; nothing else.
Ruling ruleStatistics(const RuleInput& input) { return inPlace(input, {"target"}); }

}  // namespace schemac::compiler
