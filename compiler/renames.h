#pragma once
// Renames by annotation (DESIGN.md, 3): found here, applied to `from` by whoever can replay ALTER … RENAME, and put into the plan here.
#include <vector>

#include "compiler/compile.h"

namespace schemac::compiler {

// Puts the renames into a plan from the renamed schema: they run before all else.
void addRenames(ir::Plan& plan, const Renames& renames);

// Says where what is dropped and what is made may be one thing under another name, with the annotation to write.
void proposeRenames(const std::vector<ir::Change>& changes, const ir::Equality& equality, ir::Diagnostics& diagnostics);

}  // namespace schemac::compiler
