#include "emitters/sql/statements.h"

namespace schemac::emitters {

using ir::Verb;

void emit(Emission& e, const ir::Operation& op, const ir::Namespace*, const ir::Namespace*) {
  switch (op.verb) {
    case Verb::Create: return e.out.statement("create schema if not exists " + ir::quoteIdentifier(op.after->name));
    case Verb::Alter: return;  // nothing to set
    case Verb::Rename: return emitRename(e, op, "alter schema");
    case Verb::Drop: return emitDrop(e, *op.before, "drop schema if exists " + ir::quoteIdentifier(op.before->name));
  }
}

}  // namespace schemac::emitters
