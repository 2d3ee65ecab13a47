#include "emitters/sql/statements.h"

namespace schemac::emitters {
namespace {

using ir::Object;
using ir::Policy;
using ir::Verb;

std::string nameOn(const Object& object) { return ir::quoteIdentifier(object.name) + " on " + ir::qualifiedName(*object.parent); }

std::string roleList(const Policy& p) { return p.roles.empty() ? "public" : names(p.roles); }

void make(Emission& e, const Object& object, const Policy& p) {
  e.out.statement("drop policy if exists " + nameOn(object));
  std::string text = "create policy " + nameOn(object);
  if (!p.permissive) text += " as restrictive";
  if (p.command != "all") text += " for " + p.command.str();
  if (roleList(p) != "public") text += " to " + roleList(p);
  std::string conditions;
  if (p.usingExpression) conditions += " using " + parenthesized(*p.usingExpression);
  if (p.checkExpression) conditions += " with check " + parenthesized(*p.checkExpression);
  constexpr std::size_t readable = 150;
  if (text.size() + conditions.size() > readable) {
    conditions.clear();
    if (p.usingExpression) conditions += "\n  using " + parenthesized(*p.usingExpression);
    if (p.checkExpression) conditions += "\n  with check " + parenthesized(*p.checkExpression);
  }
  e.out.statement(text + conditions);
}

// ALTER POLICY cannot change the command or the kind, nor take an expression away.
bool inPlace(const ir::Operation& op, const Policy& before, const Policy& after) {
  for (const ir::FieldChange& change : op.changes)
    if (change.field == "command" || change.field == "permissive") return false;
  return !(before.usingExpression && !after.usingExpression) && !(before.checkExpression && !after.checkExpression);
}

void alter(Emission& e, const ir::Operation& op, const Policy& after) {
  std::string text = "alter policy " + nameOn(*op.after);
  for (const ir::FieldChange& change : op.changes) {
    if (change.field == "roles") text += " to " + roleList(after);
    if (change.field == "using" && after.usingExpression) text += " using " + parenthesized(*after.usingExpression);
    if (change.field == "with check" && after.checkExpression) text += " with check " + parenthesized(*after.checkExpression);
  }
  e.out.statement(text);
}

}  // namespace

void emit(Emission& e, const ir::Operation& op, const Policy* before, const Policy* after) {
  switch (op.verb) {
    case Verb::Create: return make(e, *op.after, *after);
    case Verb::Alter: return inPlace(op, *before, *after) ? alter(e, op, *after) : make(e, *op.after, *after);
    case Verb::Rename: {
      const Object& table = *op.after->parent;
      return e.out.guarded(both(existsIn(*op.before, table), missingIn(*op.after, table)),
                           "alter policy " + ir::quoteIdentifier(op.before->name) + " on " + ir::qualifiedName(table) + " rename to " +
                               ir::quoteIdentifier(op.after->name));
    }
    case Verb::Drop: return e.out.statement("drop policy if exists " + nameOn(*op.before));
  }
}

}  // namespace schemac::emitters
