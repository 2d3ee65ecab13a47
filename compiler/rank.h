#pragma once
// Where an operation would stand if nothing forced it elsewhere: the total tie-break of the order.
#include <tuple>

#include "ir/plan.h"

namespace schemac::compiler {

// A file as a person would write it: schemas and extensions; what goes; then object by object (types, functions, tables, views), each with its
// parts, policies, privileges and comments behind it; default privileges; schemas that go.
struct Rank {
  int phase = 0;
  int rootKind = 0;
  ir::ObjectId root;
  int kind = 0;     // within the root: drops first, then as kinds.def
  int ordinal = 0;  // columns in their order
  ir::ObjectId id;
  int verb = 0;
  friend bool operator==(const Rank&, const Rank&) = default;
  friend auto operator<=>(const Rank&, const Rank&) = default;
};

Rank rankOf(const ir::Operation& operation);

}  // namespace schemac::compiler
