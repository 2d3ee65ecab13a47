#include "compiler/rules/rules.h"

namespace schemac::compiler {

Ruling rulePolicy(const RuleInput& input) {
  const auto& before = input.before.as<ir::Policy>();
  const auto& after = input.after.as<ir::Policy>();
  // ALTER POLICY sets an expression, it cannot take one away.
  if ((before.usingExpression && !after.usingExpression) || (before.checkExpression && !after.checkExpression))
    return {Decision::Recreate, "ALTER POLICY cannot take an expression away"};
  return inPlace(input, {"roles", "using", "with check"});
}

}  // namespace schemac::compiler
