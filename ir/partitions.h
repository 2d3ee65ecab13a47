#pragma once
// Indexes of partitions and of the tables they are partitions of.
#include "ir/object.h"

namespace schemac::ir {

// The index of a key or exclusion constraint; an index itself; null for anything else.
const Object* indexOf(const Object& carrier);
// Would the index of a partition do as part of an index of its table, by what their columns are called (CompareIndexInfo in index.c)?
bool servesAs(const Index& own, const Index& whole);

}  // namespace schemac::ir
