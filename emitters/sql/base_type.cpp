#include <stdexcept>

#include "emitters/sql/statements.h"

namespace schemac::emitters {

// Types made by C functions are not modelled: the replayer reports CREATE TYPE … (INPUT = …), so that the compiler never sees one of the
// user's own. A DROP of one that a live database has is all there can be.
void emit(Emission& e, const ir::Operation& op, const ir::BaseType*, const ir::BaseType*) {
  if (op.verb == ir::Verb::Drop) return e.out.statement("drop type if exists " + ir::qualifiedName(*op.before));
  if (op.verb == ir::Verb::Rename) return emitRename(e, op, "alter type");
  throw std::logic_error("emitters: no statement makes type " + ir::displayName(*op.after));
}

}  // namespace schemac::emitters
