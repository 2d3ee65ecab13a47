#include "emitters/sql/statements.h"

namespace schemac::emitters {

void emit(Emission& e, const ir::Operation& op, const ir::SecurityLabel*, const ir::SecurityLabel* after) {
  const ir::Object& fact = op.after ? *op.after : *op.before;
  e.out.statement("security label for " + ir::quoteIdentifier(fact.name) + " on " + objectClause(*fact.parent) + " is " +
                  (after ? literal(after->label) : std::string("null")));
}

}  // namespace schemac::emitters
