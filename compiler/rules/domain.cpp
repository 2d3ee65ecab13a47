#include "compiler/rules/rules.h"

namespace schemac::compiler {

// Its checks are objects of their own. The base type and the collation are for good: the emitter swaps the type under its columns.
Ruling ruleDomain(const RuleInput& input) { return inPlace(input, {"not null", "default", "base type", "collation"}); }

}  // namespace schemac::compiler
