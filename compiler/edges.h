#pragma once
// What must run before what, each with its reason.
#include <vector>

#include "compiler/partition_indexes.h"

namespace schemac::compiler {

std::vector<ir::Edge> findEdges(const std::vector<ir::Operation>& operations, const Matching& matching, const Fates& fates,
                                const PartitionIndexes& copies);

// The table, view, type, … that an operation is about: the object below its schema that it is part of. An owned sequence stands for itself.
const ir::Object& rootOf(const ir::Object& object);

}  // namespace schemac::compiler
