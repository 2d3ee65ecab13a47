#include "compiler/rules/rules.h"

#include "ir/identity.h"

#include <algorithm>

namespace schemac::compiler {

namespace {

using ir::Argument;
using ir::ArgumentMode;

bool isOutput(const Argument& a) { return a.mode == ArgumentMode::Out || a.mode == ArgumentMode::InOut || a.mode == ArgumentMode::Table; }

// What CREATE OR REPLACE FUNCTION refuses ("cannot change name of input parameter", "cannot remove parameter defaults from existing
// function", "cannot change return type of existing function"): src/backend/catalog/pg_proc.c.
std::string reasonAgainst(const ir::Function& before, const ir::Function& after) {
  std::vector<const Argument*> oldIn, newIn, oldOut, newOut;
  for (const Argument& a : before.arguments) {
    if (isInput(a)) oldIn.push_back(&a);
    if (isOutput(a)) oldOut.push_back(&a);
  }
  for (const Argument& a : after.arguments) {
    if (isInput(a)) newIn.push_back(&a);
    if (isOutput(a)) newOut.push_back(&a);
  }
  for (std::size_t i = 0; i != std::min(oldIn.size(), newIn.size()); ++i) {
    // A name may be given to a parameter that had none, not changed or taken away.
    if (!oldIn[i]->name.empty() && oldIn[i]->name != newIn[i]->name) return "an input parameter has another name";
    if (oldIn[i]->defaultValue && !newIn[i]->defaultValue) return "a parameter loses its default";
    if ((oldIn[i]->mode == ArgumentMode::Variadic) != (newIn[i]->mode == ArgumentMode::Variadic)) return "a parameter is VARIADIC on one side alone";
  }
  if (oldOut.size() != newOut.size()) return "the output parameters differ";
  for (std::size_t i = 0; i != oldOut.size(); ++i)
    if (oldOut[i]->name != newOut[i]->name || oldOut[i]->type != newOut[i]->type) return "the output parameters differ";
  return {};
}

}  // namespace

// CREATE OR REPLACE keeps owner, privileges and everything that calls it.
Ruling ruleFunction(const RuleInput& input) {
  if (input.changes("routine")) return {Decision::Recreate, "a function cannot become a procedure (or the reverse)"};
  if (input.changes("returns")) return {Decision::Recreate, "CREATE OR REPLACE cannot change the return type"};
  if (input.changes("arguments")) {
    const std::string reason = reasonAgainst(input.before.as<ir::Function>(), input.after.as<ir::Function>());
    if (!reason.empty()) return {Decision::Recreate, reason};
  }
  return {Decision::InPlace, {}};
}

}  // namespace schemac::compiler
