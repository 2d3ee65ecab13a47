#include "emitters/sql/constraint_text.h"
#include "emitters/sql/statements.h"

namespace schemac::emitters {

void emit(Emission& e, const ir::Operation& op, const ir::Exclusion* before, const ir::Exclusion* after) {
  // Its storage parameters are its index's.
  if (op.verb == ir::Verb::Alter && op.changes.size() == 1 && op.changes[0].field == "options") {
    const ir::Object& schema = *ir::namespaceOf(*op.after);
    for (const std::string& action : optionActions(before->options, after->options))
      e.out.statement("alter index " + ir::quoteIdentifier(schema.name) + "." + ir::quoteIdentifier(op.after->name) + " " + action);
    return;
  }
  emitConstraint(e, op, {});
}

}  // namespace schemac::emitters
