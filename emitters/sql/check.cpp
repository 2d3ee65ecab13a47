#include "emitters/sql/constraint_text.h"
#include "emitters/sql/statements.h"

namespace schemac::emitters {

// Parent: a table or a domain.
void emit(Emission& e, const ir::Operation& op, const ir::Check* before, const ir::Check* after) {
  std::vector<std::string> inPlace;
  if (op.verb == ir::Verb::Alter) {
    bool all = true;
    for (const ir::FieldChange& change : op.changes) {
      if (change.field == "validated" && after->validated && before && after->enforced) inPlace.push_back("validate constraint " + ir::quoteIdentifier(op.after->name));
      else all = false;
    }
    if (!all) inPlace.clear();
  }
  emitConstraint(e, op, inPlace);
}

}  // namespace schemac::emitters
