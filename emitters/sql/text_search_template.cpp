#include "emitters/sql/statements.h"

namespace schemac::emitters {

using ir::Verb;

void emit(Emission& e, const ir::Operation& op, const ir::TextSearchTemplate*, const ir::TextSearchTemplate* after) {
  switch (op.verb) {
    case Verb::Create: {
      const std::string init = after->init ? "init = " + ir::qualifiedName(*after->init) + ", " : std::string();
      return e.out.guarded(missing(*op.after),
                           "create text search template " + ir::qualifiedName(*op.after) + " (" + init + "lexize = " + ir::qualifiedName(*after->lexize) + ")");
    }
    case Verb::Alter: return;  // nothing of it can be altered: it is made anew
    case Verb::Rename: return emitRename(e, op, "alter text search template");
    case Verb::Drop: return emitDrop(e, *op.before, "drop text search template if exists " + ir::qualifiedName(*op.before));
  }
}

}  // namespace schemac::emitters
