#include "tools/schemac/states.h"

#include "emitters/migration.h"
#include "parser/sql/replay.h"

namespace schemac::tool {

std::optional<std::vector<std::shared_ptr<const ir::Schema>>> statesBetween(const ir::Plan& plan, const Ends& ends) {
  parser::ReplayOptions options;
  options.serverVersion = ends.serverVersion;
  options.profile = ends.profile;
  std::vector<std::shared_ptr<const ir::Schema>> states;
  std::shared_ptr<const ir::Schema> state = plan.original;
  ir::Plan one = plan;
  for (std::size_t i = 0; i + 1 < plan.segments.size(); ++i) {
    one.segments = {plan.segments[i]};
    std::shared_ptr<ir::Schema> next = state->clone();
    const std::size_t unfollowed = next->unfollowed.size();
    ir::Diagnostics own;
    parser::replayInto(*next, {std::make_shared<const ir::Source>(ir::Source{"migration", emitters::emitStatements(one)})}, options, own);
    if (own.hasErrors() || next->unfollowed.size() > unfollowed) return std::nullopt;
    states.push_back(state = next);
  }
  return states;
}

}  // namespace schemac::tool
