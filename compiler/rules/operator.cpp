#include "compiler/rules/rules.h"

namespace schemac::compiler {

// ALTER OPERATOR … SET: the estimators; from 17 on also what an operator did not have yet.
Ruling ruleOperator(const RuleInput& input) {
  const auto& before = input.before.as<ir::Operator>();
  const auto& after = input.after.as<ir::Operator>();
  const auto kept = [&](const char* field, ir::Name old) { return !input.changes(field) || old.empty(); };
  const bool adds = kept("commutator", before.commutator) && kept("negator", before.negator) && before.hashes <= after.hashes && before.merges <= after.merges;
  if (input.serverVersion >= 17 && adds) return inPlace(input, {"restrict", "join", "commutator", "negator", "hashes", "merges"});
  return inPlace(input, {"restrict", "join"});
}

}  // namespace schemac::compiler
