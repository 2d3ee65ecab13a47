#include "compiler/rules/rules.h"

namespace schemac::compiler {

// CREATE OR REPLACE keeps owner, privileges and everything that calls it; what it refuses: ProcedureCreate and AggregateCreate.
Ruling ruleAggregate(const RuleInput& input) {
  const auto& before = input.before.as<ir::Aggregate>();
  const auto& after = input.after.as<ir::Aggregate>();
  if (input.changes("aggregate kind")) return {Decision::Recreate, "an aggregate cannot change its kind"};
  if (input.changes("direct arguments")) return {Decision::Recreate, "CREATE OR REPLACE cannot change the number of direct arguments"};
  if (!(before.result == after.result)) return {Decision::Recreate, "CREATE OR REPLACE cannot change the return type"};
  for (std::size_t i = 0; i < before.arguments.size() && i < after.arguments.size(); ++i) {
    const ir::Argument &a = before.arguments[i], &b = after.arguments[i];
    if (!a.name.empty() && a.name != b.name) return {Decision::Recreate, "an input parameter has another name"};
    if (a.mode != b.mode) return {Decision::Recreate, "a parameter is VARIADIC on one side alone"};
  }
  return {Decision::InPlace, {}};
}

}  // namespace schemac::compiler
