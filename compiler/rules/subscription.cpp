#include <algorithm>

#include "compiler/rules/rules.h"

namespace schemac::compiler {

namespace {

ir::Text valueOf(const ir::Options& options, ir::Name name) {
  const auto found = std::find_if(options.begin(), options.end(), [&](const ir::Option& option) { return option.name == name; });
  return found == options.end() ? ir::Text() : found->value;
}

}  // namespace

Ruling ruleSubscription(const RuleInput& input) {
  // ALTER SUBSCRIPTION sets two_phase from 18 on; failover asks the publisher, which no transaction may wait for.
  for (const char* option : {"two_phase", "failover"}) {
    if (input.serverVersion >= 18 && ir::Text(option) == "two_phase") continue;
    if (valueOf(input.before.as<ir::Subscription>().options, option) != valueOf(input.after.as<ir::Subscription>().options, option))
      return {Decision::Recreate, std::string(option) + " of a subscription cannot be altered in a transaction"};
  }
  return inPlace(input, {"connection", "publications", "enabled", "slot name", "options"});
}

}  // namespace schemac::compiler
