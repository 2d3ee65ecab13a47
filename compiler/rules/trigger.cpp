#include "compiler/rules/rules.h"

namespace schemac::compiler {

Ruling ruleTrigger(const RuleInput& input) {
  if (input.changesOnly({"enabled"})) return {Decision::InPlace, {}};
  // CREATE OR REPLACE TRIGGER (14) keeps the enabled state; it cannot make or replace a constraint trigger.
  if (input.before.as<ir::Trigger>().constraint || input.after.as<ir::Trigger>().constraint) return inPlace(input, {"enabled"});
  return inPlace(input, {"timing", "events", "update of", "for each row", "when", "function", "arguments", "old table", "new table", "enabled"});
}

}  // namespace schemac::compiler
