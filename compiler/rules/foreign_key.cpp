#include "compiler/rules/rules.h"

namespace schemac::compiler {

Ruling ruleForeignKey(const RuleInput& input) {
  const auto& before = input.before.as<ir::ForeignKey>();
  const auto& after = input.after.as<ir::ForeignKey>();
  if (input.changes("validated") && !after.validated) return inPlace(input, {});
  // ALTER CONSTRAINT … NOT ENFORCED / ENFORCED came with 18; enforcing validates.
  if (input.changes("enforced") && input.serverVersion < 18) return inPlace(input, {});
  if (input.changes("enforced") && !before.enforced && after.enforced && !after.validated) return inPlace(input, {});
  return inPlace(input, {"deferrable", "initially deferred", "validated", "enforced"});
}

}  // namespace schemac::compiler
