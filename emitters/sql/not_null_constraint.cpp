#include "emitters/sql/constraint_text.h"
#include "emitters/sql/statements.h"

namespace schemac::emitters {

// What can be set on it alone: it comes and goes with its column (column.cpp, table_text.cpp) or domain.
void emit(Emission& e, const ir::Operation& op, const ir::NotNull*, const ir::NotNull* after) {
  const ir::Object& constraint = op.after ? *op.after : *op.before;
  const std::string target = alterTarget(*constraint.parent), name = ir::quoteIdentifier(constraint.name);
  if (op.verb == ir::Verb::Rename) return emitRenamePart(e, op, target + " rename constraint");
  if (op.verb != ir::Verb::Alter) return;
  // Of a new column, whose definition has no NOT VALID.
  if (op.before == op.after) return e.out.guarded(missing(constraint), target + " " + addNotNull(constraint));
  for (const ir::FieldChange& change : op.changes) {
    if (change.field == "local") {
      const std::string alter = "alter column " + ir::quoteIdentifier(after->column->name);
      // SET NOT NULL makes an inherited one the table's own as well.
      if (after->local) e.out.action(target, alter + " set not null");
      else e.out.guarded(constraintWhere(*op.before, "coninhcount = 0"), target + " " + alter + " drop not null");
    }
    if (change.field == "no inherit") e.out.action(target, "alter constraint " + name + (after->noInherit ? " no inherit" : " inherit"));
    if (change.field != "validated") continue;
    if (after->validated) e.out.statement(target + " validate constraint " + name);
    else e.out.guarded(constraintWhere(constraint, "convalidated"), target + " drop constraint " + name + ";\n" + target + " " + addNotNull(constraint));
  }
}

}  // namespace schemac::emitters
