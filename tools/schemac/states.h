#pragma once
#include <memory>
#include <optional>
#include <vector>

#include "ir/plan.h"
#include "tools/schemac/load.h"

namespace schemac::tool {

// The schema behind each file of a plan but the last: its statements, replayed on what was there; behind each of several that are no transactions
// what is behind all of these. Nothing where one cannot be followed.
std::optional<std::vector<std::shared_ptr<const ir::Schema>>> statesBetween(const ir::Plan& plan, const Ends& ends);

}  // namespace schemac::tool
