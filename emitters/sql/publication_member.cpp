#include "emitters/sql/statements.h"

namespace schemac::emitters {
namespace {

using ir::Object;
using ir::PublicationMember;
using ir::Verb;

std::string target(const PublicationMember& m) {
  return m.schema ? "tables in schema " + ir::quoteIdentifier(m.schema->name) : "table " + ir::qualifiedName(*m.table);
}

std::string addition(const PublicationMember& m) {
  std::string text = "add " + target(m);
  if (!m.columns.empty()) text += " " + columnNames(m.columns);
  if (m.filter) text += " where " + parenthesized(*m.filter);
  return text;
}

}  // namespace

void emit(Emission& e, const ir::Operation& op, const PublicationMember* before, const PublicationMember* after) {
  const Object& object = op.after ? *op.after : *op.before;
  const std::string head = "alter publication " + ir::quoteIdentifier(object.parent->name) + " ";
  switch (op.verb) {
    case Verb::Create: return e.out.guarded(missing(object), head + addition(*after));
    case Verb::Alter: {
      // Columns and filter of one table cannot be set alone.
      e.out.guarded(exists(object), head + "drop " + target(*after));
      return e.out.statement(head + addition(*after));
    }
    case Verb::Rename: return;  // its name is its table's
    case Verb::Drop: return e.out.guarded(exists(object), head + "drop " + target(*before));
  }
}

}  // namespace schemac::emitters
