#include "emitters/sql/statements.h"

namespace schemac::emitters {

void emit(Emission& e, const ir::Operation& op, const ir::Owner*, const ir::Owner* after) {
  // Nothing said any more: the owner stays.
  if (!after) return;
  e.out.statement("alter " + objectClause(*op.after->parent) + " owner to " + ir::quoteIdentifier(after->role));
}

}  // namespace schemac::emitters
