#pragma once
// Field by field comparison of two objects of one kind.
#include <vector>

#include "ir/equality.h"
#include "ir/plan.h"

namespace schemac::compiler {

// The compared fields (ir/fields.h) in which two objects of one kind differ, in the order of fields(). Names and parents are not fields.
// Expressions are equal if their texts and bound names are, else if `equality` says so.
std::vector<ir::FieldChange> differences(const ir::Object& before, const ir::Object& after, const ir::Equality& equality);

inline bool sameDefinition(const ir::Object& a, const ir::Object& b, const ir::Equality& equality) {
  return a.kind == b.kind && differences(a, b, equality).empty();
}

}  // namespace schemac::compiler
