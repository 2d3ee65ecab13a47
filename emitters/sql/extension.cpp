#include "emitters/sql/statements.h"

namespace schemac::emitters {

using ir::Verb;

void emit(Emission& e, const ir::Operation& op, const ir::Extension*, const ir::Extension* after) {
  const ir::Object& object = op.after ? *op.after : *op.before;
  const std::string name = ir::quoteIdentifier(object.name);
  switch (op.verb) {
    case Verb::Create: {
      std::string text = "create extension if not exists " + name;
      if (after->schema && after->schemaSaid) text += " with schema " + ir::quoteIdentifier(after->schema->name);
      if (!after->version.empty()) text += " version " + literal(after->version);
      return e.out.statement(text);
    }
    case Verb::Alter:
      for (const ir::FieldChange& change : op.changes) {
        if (change.field == "schema" && after->schema)
          e.out.statement("alter extension " + name + " set schema " + ir::quoteIdentifier(after->schema->name));
        if (change.field == "version")
          e.out.statement("alter extension " + name + " update" + (after->version.empty() ? "" : " to " + literal(after->version)));
      }
      return;
    case Verb::Rename: return;  // extensions have the name of their control file
    case Verb::Drop: return e.out.statement("drop extension if exists " + name);
  }
}

}  // namespace schemac::emitters
