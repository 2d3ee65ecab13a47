#pragma once
// What must run before what, each with its reason.
#include <unordered_set>
#include <vector>

#include "compiler/rebuild.h"

namespace schemac::compiler {

// `ownIndexes`: of partitions, made before the statement that would make them under another name (ownPartitionIndexes).
std::vector<ir::Edge> findEdges(const std::vector<ir::Operation>& operations, const Matching& matching, const Fates& fates,
                                const std::unordered_set<const ir::Object*>& ownIndexes);

// The table, view, type, … that an operation is about: the object below its schema that it is part of. An owned sequence stands for itself.
const ir::Object& rootOf(const ir::Object& object);

}  // namespace schemac::compiler
