#include "compiler/rules/rules.h"

namespace schemac::compiler {

Ruling ruleMaterializedView(const RuleInput& input) {
  // SET ACCESS METHOD came with 15.
  if (input.changes("access method") && input.serverVersion < 15) return inPlace(input, {});
  return inPlace(input, {"options", "tablespace", "access method", "cluster index"});
}

}  // namespace schemac::compiler
