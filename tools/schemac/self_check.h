#pragma once
#include <string>
#include <vector>

#include "emitters/migration.h"
#include "ir/diagnostic.h"
#include "ir/plan.h"
#include "tools/schemac/load.h"

namespace schemac::tool {

// Replays in memory what is about to be written, on a copy of `from`: the files must give `to`, run a second time they must change nothing, and
// their rollbacks, last file first, must give `from` again. False with an error that names what differs (E4003): nothing may be written then. What
// the replayer cannot follow ends the check with a warning (W4005). Differences that are not decided, and those that the plan leaves, do not count.
bool selfCheck(const Ends& ends, const Job& job, const ir::Plan& plan, const std::vector<ir::Plan>& back, const std::vector<emitters::File>& files,
               ir::Diagnostics& diagnostics);

}  // namespace schemac::tool
