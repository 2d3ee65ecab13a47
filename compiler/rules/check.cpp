#include "compiler/rules/rules.h"

namespace schemac::compiler {

Ruling ruleCheck(const RuleInput& input) {
  const auto& before = input.before.as<ir::Check>();
  const auto& after = input.after.as<ir::Check>();
  // VALIDATE CONSTRAINT; there is no way back.
  if (input.changesOnly({"validated"}) && !before.validated && after.validated) return {Decision::InPlace, {}};
  return inPlace(input, {});
}

}  // namespace schemac::compiler
