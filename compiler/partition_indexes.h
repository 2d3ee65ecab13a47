#pragma once
#include <unordered_set>

#include "compiler/rebuild.h"
#include "ir/partitions.h"

namespace schemac::compiler {

// New indexes and keys of partitions, attached to those of their table, that PostgreSQL does not make along with them as they should be.
struct PartitionIndexes {
  // PostgreSQL would make them with the partition or with its table's index, but under another name or with other settings, or they carry a key of
  // their own. They are made before: PostgreSQL then attaches what it finds (DefineIndex, AttachPartitionEnsureIndexes in src/backend/commands).
  std::unordered_set<const ir::Object*> before;
  // Their table's index was there before them, or is made ON ONLY its table, as one that not all partitions have: ALTER INDEX … ATTACH PARTITION.
  std::unordered_set<const ir::Object*> byHand;

  bool makes(const ir::Object& object) const { return before.contains(&object) || byHand.contains(&object); }
};
PartitionIndexes partitionIndexes(const Matching& matching, const Fates& fates);

// Is the object there from beginning to end?
inline bool isThere(const Matching& matching, const Fates& fates, const ir::Object& after) {
  return matching.before(after) && !fates.isBorn(after);
}
// Of an index of `to`: is its table attached by this plan to the one that `whole` is on?
bool joins(const Matching& matching, const Fates& fates, const ir::Object& table, const ir::Object& whole);

// A key, or an index without one: what is made and dropped.
const ir::Object& carrierOf(const ir::Object& index);
// The index of its table that a partition's index or key is attached to, or null.
const ir::Object* attachedTo(const ir::Object& carrier);
// A partition's index or key that is attached to nothing, but that PostgreSQL would attach to `whole`, an index of its table.
bool mayStandIn(const ir::Object& index, const ir::Object& whole);

}  // namespace schemac::compiler
