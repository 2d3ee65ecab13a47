#include "compiler/rules/rules.h"

namespace schemac::compiler {

Ruling ruleNotNull(const RuleInput& input) {
  // SET NOT NULL makes an inherited one the table's own as well; only one that is the table's alone can be dropped for its parents' to take its place.
  if (input.changes("local") && !input.after.as<ir::NotNull>().local && input.before.as<ir::NotNull>().inherited > 0)
    return {Decision::Leave, "PostgreSQL cannot leave a table's own NOT NULL to its parents"};
  return inPlace(input, {"no inherit", "validated", "local"});
}

}  // namespace schemac::compiler
