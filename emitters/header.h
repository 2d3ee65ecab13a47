#pragma once
#include <string>

#include "emitters/migration.h"

namespace schemac::emitters {

// The comment lines at the top of file `index` of `count`: counts by kind, hazards, how to go back, what was compared and what not.
std::string header(const ir::Plan& plan, std::size_t index, std::size_t count, const MigrationOptions& options);

// "+1 table, ~2 policies": what a segment's statements do, by kind; the parts of a table that is new or gone are not counted.
std::string counts(const ir::Plan& plan, const ir::Segment& segment);

}  // namespace schemac::emitters
