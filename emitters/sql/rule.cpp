#include "emitters/sql/statements.h"

namespace schemac::emitters {
namespace {

using ir::Object;
using ir::Rule;
using ir::Verb;

std::string actions(const Rule& rule) {
  if (rule.actions.empty()) return "nothing";
  if (rule.actions.size() == 1) return sql(rule.actions.front());
  std::string text = "(";
  for (const ir::Expression& action : rule.actions) text += "\n" + indent(sql(action), 4) + ";";
  return text + "\n  )";
}

std::string create(const Object& object, const Rule& rule) {
  std::string text = "create or replace rule " + ir::quoteIdentifier(object.name) + " as on " + rule.event.str() + " to " + ir::qualifiedName(*object.parent);
  if (rule.condition) text += "\n  where " + parenthesized(*rule.condition);
  return text + "\n  do " + (rule.instead ? "instead " : "also ") + actions(rule);
}

void setEnabled(Emission& e, const Object& object, const Rule& rule) {
  const std::string word = rule.enabled == "disabled" ? "disable" : rule.enabled == "origin" ? "enable" : "enable " + rule.enabled.str();
  e.out.statement("alter table " + ir::qualifiedName(*object.parent) + " " + word + " rule " + ir::quoteIdentifier(object.name));
}

}  // namespace

// CREATE OR REPLACE keeps the state, so it is set wherever it is, or may be, another.
void emit(Emission& e, const ir::Operation& op, const Rule* before, const Rule* after) {
  switch (op.verb) {
    case Verb::Create:
      e.out.statement(create(*op.after, *after));
      if (after->enabled != "origin") setEnabled(e, *op.after, *after);
      return;
    case Verb::Alter:
      if (op.changes.size() > 1 || op.changes.front().field != "enabled") e.out.statement(create(*op.after, *after));
      if (before->enabled != after->enabled) setEnabled(e, *op.after, *after);
      return;
    case Verb::Rename: {
      const Object& relation = *op.after->parent;
      return e.out.guarded(both(existsIn(*op.before, relation), missingIn(*op.after, relation)),
                           "alter rule " + ir::quoteIdentifier(op.before->name) + " on " + ir::qualifiedName(relation) + " rename to " +
                               ir::quoteIdentifier(op.after->name));
    }
    case Verb::Drop:
      return e.out.statement("drop rule if exists " + ir::quoteIdentifier(op.before->name) + " on " + ir::qualifiedName(*op.before->parent));
  }
}

}  // namespace schemac::emitters
