#pragma once
// Indexes that are built, and dropped, while their tables are read and written (DESIGN.md, 6).
#include <cstddef>
#include <unordered_set>

#include "ir/plan.h"

namespace schemac::compiler {

// The operations of a plan that wait for an index that is built concurrently: they are the last segment.
using Late = std::unordered_set<std::size_t>;

// Takes new indexes of relations that were there out of the last segment of a plan that is in order, into segments of their own that are no
// transactions, and what waits for them into a segment behind these. A unique or primary key is made of such an index there.
// Left as they are, for PostgreSQL builds no other concurrently: indexes of partitioned tables and of their partitions, of exclusion constraints
// and of WITHOUT OVERLAPS; and those whose name something else has before the plan, which must be there until the new one is.
Late buildConcurrently(ir::Plan& plan);

// Moves what drops an index, and nothing else waits for, behind all other segments, where no other statement needs the lock on its table that an
// ordinary DROP INDEX takes, or where the table gets another index. The locks must be known.
void dropConcurrently(ir::Plan& plan);

// Takes back a segment that is no transaction, in the same way. Between two schemas that are `nothing`: what it says of an index is all there is to
// know, and there may be thousands.
ir::Plan undoIndex(const ir::Plan& plan, const ir::Segment& segment, const std::shared_ptr<const ir::Schema>& nothing);

}  // namespace schemac::compiler
