#include "compiler/rules/rules.h"

namespace schemac::compiler {

// ALTER PUBLICATION … SET TABLE would name all members again: the one that changes is taken out and put in.
Ruling rulePublicationMember(const RuleInput& input) { return inPlace(input, {}); }

}  // namespace schemac::compiler
