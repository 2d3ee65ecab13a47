#pragma once
// What may share a transaction.
#include <vector>

#include "ir/plan.h"

namespace schemac::compiler {

// Cuts ordered steps into segments, one transaction each. A new enum label cannot be used in the transaction that adds it: where anything else
// of the plan may use one, the additions (and what they need) come first, in a segment of their own.
std::vector<ir::Segment> cutSegments(const std::vector<ir::Operation>& operations, const std::vector<ir::Edge>& edges, std::vector<ir::Step> steps);

// The labels that an Alter of an Enum adds.
std::vector<ir::Text> addedLabels(const ir::Operation& operation);

}  // namespace schemac::compiler
