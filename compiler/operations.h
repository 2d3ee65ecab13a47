#pragma once
// From fates to operations and the edges between them.
#include <vector>

#include "compiler/rebuild.h"

namespace schemac::compiler {

struct Operations {
  std::vector<ir::Operation> list;
  std::vector<ir::Edge> edges;
  // For each operation the one it is part of (a column's of its table's CREATE, a part's drop of its whole's), or -1.
  std::vector<int> part;
};

// All operations of a plan, in no particular order, each with what must come before it. Grants that neither side has go into comparison.made.
Operations buildOperations(Comparison& comparison, const Fates& fates, const Options& options);

}  // namespace schemac::compiler
