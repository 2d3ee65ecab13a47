#pragma once
#include <memory>

#include "ir/schema.h"

namespace schemac::tool {

// For a schema that is to be written from nothing: where a partition's index has a name that PostgreSQL would not make up for it, or settings of its
// own, the indexes of its partitioned index are no longer derived from it. They are then written one by one and attached, the partitioned index with
// ON ONLY, as pg_dump does. The schema itself where there are none, else a changed copy.
std::shared_ptr<ir::Schema> withOwnPartitionIndexes(std::shared_ptr<ir::Schema> schema);

}  // namespace schemac::tool
