#include "compiler/rules/rules.h"

namespace schemac::compiler {

Ruling ruleGrant(const RuleInput& input) { return inPlace(input, {"privileges", "grant option"}); }

}  // namespace schemac::compiler
