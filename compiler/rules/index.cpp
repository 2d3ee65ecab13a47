#include "compiler/rules/rules.h"

namespace schemac::compiler {

Ruling ruleIndex(const RuleInput& input) {
  // ALTER INDEX … ATTACH PARTITION; nothing detaches.
  if (input.changes("partition of") && input.before.as<ir::Index>().partitionOf) return inPlace(input, {});
  if (input.changes("valid") && !input.after.as<ir::Index>().valid) {
    if (input.changesOnly({"valid"})) return {Decision::Leave, "an index cannot be made invalid"};
  }
  // That of a partitioned table becomes valid by itself when the last partition's index is attached.
  const auto* table = input.after.parent->get<ir::Table>();
  if (input.changes("valid") && table && table->partitioned()) return inPlace(input, {"options", "tablespace", "statistics", "partition of", "valid"});
  return inPlace(input, {"options", "tablespace", "statistics", "partition of"});
}

}  // namespace schemac::compiler
