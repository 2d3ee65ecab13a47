#include "compiler/rules/rules.h"

namespace schemac::compiler {

Ruling ruleTable(const RuleInput& input) {
  const auto& before = input.before.as<ir::Table>();
  const auto& after = input.after.as<ir::Table>();
  // What cannot be decided must not cost a table.
  if (input.changesOnly({"partition key"}) && input.fields.front().verdict.answer == ir::Answer::Unknown)
    return {Decision::Leave, "the partition key cannot be compared: " + input.fields.front().verdict.reason};
  // SET ACCESS METHOD came with 15; on a partitioned table with 17.
  if (input.changes("access method") && (input.serverVersion < 15 || (after.partitioned() && input.serverVersion < 17)))
    return inPlace(input, {});
  // A partitioned table has no storage of its own: SET LOGGED is refused (and said to do nothing before 18).
  if (input.changes("persistence") && (before.partitioned() || after.partitioned())) return inPlace(input, {});
  // SERVER of a foreign table and an ordinary table in place of a foreign one are other tables.
  return inPlace(input, {"persistence", "parents", "partition bound", "of type", "options", "toast options", "tablespace", "access method",
                         "row security", "force row security", "replica identity", "replica identity index", "cluster index", "foreign options"});
}

}  // namespace schemac::compiler
