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
  for (std::size_t i = 0; i < plan.segments.size();) {
    // One file after the other that builds or drops an index: there may be thousands, and their rollbacks need no states between.
    std::size_t end = i + 1;
    while (!plan.segments[i].transactional && end < plan.segments.size() && !plan.segments[end].transactional) ++end;
    if (end == plan.segments.size()) {
      states.resize(plan.segments.size() - 1, plan.to);
      break;
    }
    std::shared_ptr<ir::Schema> next = state->clone();
    one.segments.assign(plan.segments.begin() + static_cast<std::ptrdiff_t>(i), plan.segments.begin() + static_cast<std::ptrdiff_t>(end));
    const std::size_t unfollowed = next->unfollowed.size();
    ir::Diagnostics own;
    parser::replayInto(*next, {std::make_shared<const ir::Source>(ir::Source{"migration", emitters::emitStatements(one)})}, options, own);
    if (own.hasErrors() || next->unfollowed.size() > unfollowed) return std::nullopt;
    state = next;
    states.resize(end, state);
    i = end;
  }
  return states;
}

}  // namespace schemac::tool
