#include "compiler/rules/rules.h"

namespace schemac::compiler {

Ruling ruleIndex(const RuleInput& input) {
  // ALTER INDEX … ATTACH PARTITION; nothing detaches.
  if (input.changes("partition of") && input.before.as<ir::Index>().partitionOf) return inPlace(input, {});
  const auto* table = input.after.parent->get<ir::Table>();
  const bool partitioned = table && table->partitioned();
  // That of a partitioned table becomes valid by itself when the last partition's index is attached, and is made without by ON ONLY.
  if (partitioned && input.changes("valid") && input.after.as<ir::Index>().valid)
    return inPlace(input, {"options", "tablespace", "statistics", "partition of", "valid"});
  if (!partitioned && input.changesOnly({"valid"}) && !input.after.as<ir::Index>().valid) return {Decision::Leave, "an index cannot be made invalid"};
  return inPlace(input, {"options", "tablespace", "statistics", "partition of"});
}

}  // namespace schemac::compiler
