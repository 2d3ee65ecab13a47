#include "emitters/sql/statements.h"

namespace schemac::emitters {
namespace {

using ir::Object;
using ir::Statistics;
using ir::Verb;

std::string create(const Object& object, const Statistics& s) {
  std::string text = "create statistics if not exists " + ir::qualifiedName(object);
  constexpr std::size_t all = 3;
  if (!s.kinds.empty() && s.kinds.size() != all) text += " (" + names(s.kinds) + ")";
  std::vector<std::string> elements;
  for (const ir::StatisticsElement& each : s.elements)
    elements.push_back(each.column ? ir::quoteIdentifier(each.column->name) : parenthesized(*each.expression));
  return text + " on " + join(elements, ", ") + " from " + ir::qualifiedName(*s.table);
}

void setTarget(Emission& e, const Object& object, const Statistics& s) {
  e.out.statement("alter statistics " + ir::qualifiedName(object) + " set statistics " + std::to_string(s.target.value_or(-1)));
}

}  // namespace

void emit(Emission& e, const ir::Operation& op, const Statistics*, const Statistics* after) {
  switch (op.verb) {
    case Verb::Create:
      e.out.statement(create(*op.after, *after));
      if (after->target) setTarget(e, *op.after, *after);
      return;
    case Verb::Alter: return setTarget(e, *op.after, *after);
    case Verb::Rename: return emitRename(e, op, "alter statistics");
    case Verb::Drop: return emitDrop(e, *op.before, "drop statistics if exists " + ir::qualifiedName(*op.before));
  }
}

}  // namespace schemac::emitters
