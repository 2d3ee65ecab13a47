#include "emitters/sql/statements.h"

namespace schemac::emitters {

void emit(Emission& e, const ir::Operation& op, const ir::Comment*, const ir::Comment* after) {
  const ir::Object& comment = *(op.after ? op.after : op.before);
  const ir::Object& about = *comment.parent;
  // A relation's row type has one of its own.
  e.out.statement("comment on " + (comment.name.empty() ? objectClause(about) : "type " + ir::qualifiedName(about)) + " is " + (after ? literal(after->text) : std::string("null")));
}

}  // namespace schemac::emitters
