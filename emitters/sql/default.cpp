#include "emitters/sql/statements.h"

namespace schemac::emitters {
namespace {

// A default that is taken off and put back because its column gets another type: column.cpp and type_swap.cpp say so in that statement.
bool goesWithType(const Emission& e, const ir::Operation& op) {
  if (!op.rebuild) return false;
  const ir::Object& column = *(op.after ? op.after : op.before)->parent;
  const ir::Object* type = column.as<ir::Column>().type.type.object;
  return e.alters(column, "type") || e.alters(column, "collation") || (type && type->kind == ir::Kind::Enum && e.alters(*type, "labels"));
}

}  // namespace

// Of a column or a view's column. Folded ones are written with their column.
void emit(Emission& e, const ir::Operation& op, const ir::Default*, const ir::Default* after) {
  if (goesWithType(e, op)) return;
  const ir::Object& column = *(op.after ? op.after : op.before)->parent;
  const std::string target = op.after ? alterTarget(*column.parent) : alterIfExists(e, *column.parent);
  const std::string head = "alter column " + ir::quoteIdentifier(column.name);
  switch (op.verb) {
    case ir::Verb::Create: case ir::Verb::Alter: return e.out.action(target, head + " set default " + sql(after->value));
    case ir::Verb::Rename: return;  // has no name
    case ir::Verb::Drop: {
      // Of an identity column PostgreSQL refuses it: the second run of a file that makes it one.
      const ir::Object* now = e.inTo(column);
      if (now && now->kind == ir::Kind::Column && now->as<ir::Column>().identity != ir::Identity::None)
        return e.out.guarded(columnWhere(*now, *now->parent, "attidentity = ''"), target + " " + head + " drop default");
      return e.out.action(target, head + " drop default");
    }
  }
}

}  // namespace schemac::emitters
