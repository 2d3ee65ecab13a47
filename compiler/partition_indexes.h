#pragma once
#include <unordered_set>

#include "compiler/rebuild.h"

namespace schemac::compiler {

// New indexes and keys of partitions that PostgreSQL would make with the partition or with its table's index, but under another name or with other
// settings than they should have, or that have been made by a statement of their own. They are made before: PostgreSQL then attaches what it finds
// (DefineIndex, AttachPartitionEnsureIndexes in src/backend/commands).
std::unordered_set<const ir::Object*> ownPartitionIndexes(const Matching& matching, const Fates& fates);

}  // namespace schemac::compiler
