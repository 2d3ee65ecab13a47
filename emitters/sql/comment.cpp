#include "emitters/sql/statements.h"

namespace schemac::emitters {

void emit(Emission& e, const ir::Operation& op, const ir::Comment*, const ir::Comment* after) {
  const ir::Object& about = *(op.after ? op.after : op.before)->parent;
  e.out.statement("comment on " + objectClause(about) + " is " + (after ? literal(after->text) : std::string("null")));
}

}  // namespace schemac::emitters
