#pragma once
#include <memory>

#include "compiler/compile.h"
#include "ir/diagnostic.h"
#include "tools/schemac/load.h"

namespace schemac::tool {

// A copy of the schema after ALTER … RENAME of each of its objects to what it is paired with: what PostgreSQL renames along follows. Null, with
// errors, if the replayer refuses one.
std::shared_ptr<const ir::Schema> applyRenames(const ir::Schema& schema, const compiler::Renames& renames, const Ends& ends, ir::Diagnostics& diagnostics);

}  // namespace schemac::tool
