#include "emitters/sql/statements.h"

namespace schemac::emitters {

using ir::Verb;

void emit(Emission& e, const ir::Operation& op, const ir::TextSearchParser*, const ir::TextSearchParser* after) {
  switch (op.verb) {
    case Verb::Create: {
      std::vector<std::string> options;
      const auto add = [&](const char* name, const ir::Ref& function) {
        if (function) options.push_back(name + (" = " + ir::qualifiedName(*function)));
      };
      add("start", after->start), add("gettoken", after->getToken), add("end", after->end), add("headline", after->headline),
          add("lextypes", after->lexemeTypes);
      return e.out.guarded(missing(*op.after), "create text search parser " + ir::qualifiedName(*op.after) + " (\n  " + join(options, ",\n  ") + "\n)");
    }
    case Verb::Alter: return;  // nothing of it can be altered: it is made anew
    case Verb::Rename: return emitRename(e, op, "alter text search parser");
    case Verb::Drop: return emitDrop(e, *op.before, "drop text search parser if exists " + ir::qualifiedName(*op.before));
  }
}

}  // namespace schemac::emitters
