#pragma once
// The registry: for every kind of ir/kinds.def the statements of an operation on it, in the file of its name.
// `before` and `after` are the payloads of the operation's ends (null as the ends are).
#include "emitters/sql/emission.h"

namespace schemac::emitters {

#define SCHEMAC_KIND(kind, type, label) \
  void emit(Emission& e, const ir::Operation& op, const ir::type* before, const ir::type* after);
#include "ir/kinds.def"
#undef SCHEMAC_KIND

}  // namespace schemac::emitters
