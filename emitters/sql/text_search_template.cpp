#include "emitters/sql/statements.h"

namespace schemac::emitters {

void emit(Emission& e, const ir::Operation& op, const ir::TextSearchTemplate*, const ir::TextSearchTemplate*) {
  if (op.verb == ir::Verb::Drop) e.out.statement("drop " + objectClause(*op.before));
}

}  // namespace schemac::emitters
