#pragma once
#include <string>
#include <vector>

#include "ir/diagnostic.h"
#include "ir/plan.h"
#include "tools/schemac/load.h"

namespace schemac::tool {

// On Supabase: a table that the plan makes in an exposed schema ([api] schemas) and that has no row level security, or has it and no policy, is
// said with the statement to add. schemac never adds it by itself (DESIGN.md, 6).
void adviseOnRowSecurity(const ir::Plan& plan, const Ends& ends, const std::vector<std::string>& exposedSchemas, ir::Diagnostics& diagnostics);

}  // namespace schemac::tool
