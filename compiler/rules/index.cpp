#include "compiler/rules/rules.h"

namespace schemac::compiler {

Ruling ruleIndex(const RuleInput& input) {
  // ALTER INDEX … ATTACH PARTITION; nothing detaches.
  if (input.changes("partition of") && input.before.as<ir::Index>().partitionOf) return inPlace(input, {});
  if (input.changes("valid") && !input.after.as<ir::Index>().valid) {
    if (input.changesOnly({"valid"})) return {Decision::Leave, "an index cannot be made invalid"};
  }
  return inPlace(input, {"options", "tablespace", "statistics", "partition of"});
}

}  // namespace schemac::compiler
