#include "emitters/sql/statements.h"
#include "emitters/sql/table_text.h"

namespace schemac::emitters {

using ir::Verb;

std::string attributeList(const Emission& e, const ir::Object& type) {
  std::vector<std::string> attributes;
  for (const ir::Object* column : ir::columnsOf(type)) attributes.push_back(attributeDefinition(*column, e.version()));
  return attributes.empty() ? "()" : "(\n  " + join(attributes, ",\n  ") + "\n)";
}

// Attributes are Columns: column.cpp alters them.
void emit(Emission& e, const ir::Operation& op, const ir::Composite*, const ir::Composite*) {
  switch (op.verb) {
    case Verb::Create: {
      std::vector<std::string> attributes;
      for (const ir::Object* column : e.folded(ir::Kind::Column)) attributes.push_back(attributeDefinition(*column, e.version()));
      const std::string list = attributes.empty() ? "()" : "(\n  " + join(attributes, ",\n  ") + "\n)";
      return e.out.guarded(missing(*op.after), "create type " + ir::qualifiedName(*op.after) + " as " + list);
    }
    case Verb::Alter: return;
    case Verb::Rename: return emitRename(e, op, "alter type");
    case Verb::Drop: return emitDrop(e, *op.before, "drop type if exists " + ir::qualifiedName(*op.before));
  }
}

}  // namespace schemac::emitters
