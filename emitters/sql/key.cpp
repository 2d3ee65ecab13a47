#include "emitters/sql/constraint_text.h"
#include "emitters/sql/index_build.h"
#include "emitters/sql/statements.h"
#include "ir/concurrent_build.h"
#include "ir/partitions.h"

namespace schemac::emitters {

// Storage is its index's and altered there; anything else needs a new constraint.
void emit(Emission& e, const ir::Operation& op, const ir::Key* before, const ir::Key* after) {
  if (op.verb == ir::Verb::Alter) {
    std::vector<std::string> actions;
    bool all = true;
    for (const ir::FieldChange& change : op.changes) {
      if (change.field == "options") {
        for (std::string& action : optionActions(before->options, after->options)) actions.push_back(std::move(action));
      } else if (change.field == "tablespace") {
        actions.push_back("set tablespace " + (after->tablespace.empty() ? "pg_default" : ir::quoteIdentifier(after->tablespace)));
      } else all = false;
    }
    if (all) {
      const ir::Object& schema = *ir::namespaceOf(*op.after);
      for (const std::string& action : actions)
        e.out.statement("alter index " + ir::quoteIdentifier(schema.name) + "." + ir::quoteIdentifier(op.after->name) + " " + action);
      return;
    }
  }
  if (op.verb == ir::Verb::Create && !op.changes.empty() && op.changes[0].field == ir::kUsingIndex) return emitKeyOfIndex(e, *op.after);
  emitConstraint(e, op, {});
  if (op.verb == ir::Verb::Create && !op.changes.empty()) attachIndex(e, *ir::indexOf(*op.after));
}

}  // namespace schemac::emitters
