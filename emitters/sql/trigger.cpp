#include "emitters/sql/statements.h"

namespace schemac::emitters {
namespace {

using ir::Object;
using ir::Trigger;
using ir::Verb;

std::string create(const Object& object, const Trigger& t) {
  std::vector<std::string> events;
  for (const ir::Name& event : t.events) {
    std::string text = event.str();
    if (event == "update" && !t.updateOf.empty()) {
      const std::string columns = columnNames(t.updateOf);
      text += " of " + columns.substr(1, columns.size() - 2);
    }
    events.push_back(text);
  }
  std::string text = std::string("create ") + (t.constraint ? "constraint " : "") + "trigger " + ir::quoteIdentifier(object.name) + " " + t.timing.str() +
                     " " + join(events, " or ") + " on " + ir::qualifiedName(*object.parent);
  if (t.fromTable) text += " from " + ir::qualifiedName(*t.fromTable);
  if (t.initiallyDeferred) text += " deferrable initially deferred";
  else if (t.deferrable) text += " deferrable";
  if (!t.oldTable.empty() || !t.newTable.empty()) {
    text += "\n  referencing";
    if (!t.oldTable.empty()) text += " old table as " + ir::quoteIdentifier(t.oldTable);
    if (!t.newTable.empty()) text += " new table as " + ir::quoteIdentifier(t.newTable);
  }
  text += std::string("\n  for each ") + (t.forEachRow ? "row" : "statement");
  if (t.when) text += " when " + parenthesized(*t.when);
  std::vector<std::string> arguments;
  for (const ir::Text& argument : t.arguments) arguments.push_back(literal(argument));
  return text + " execute function " + ir::qualifiedName(*t.function) + "(" + join(arguments, ", ") + ")";
}

void setEnabled(Emission& e, const Object& object, const Trigger& t) {
  const std::string word = t.enabled == "disabled" ? "disable" : t.enabled == "origin" ? "enable" : "enable " + t.enabled.str();
  e.out.statement("alter table " + ir::qualifiedName(*object.parent) + " " + word + " trigger " + ir::quoteIdentifier(object.name));
}

void make(Emission& e, const Object& object, const Trigger& t) {
  e.out.statement("drop trigger if exists " + ir::quoteIdentifier(object.name) + " on " + ir::qualifiedName(*object.parent));
  e.out.statement(create(object, t));
  if (t.enabled != "origin") setEnabled(e, object, t);
}

}  // namespace

void emit(Emission& e, const ir::Operation& op, const Trigger*, const Trigger* after) {
  switch (op.verb) {
    case Verb::Create: return make(e, *op.after, *after);
    case Verb::Alter:
      if (op.changes.size() == 1 && op.changes[0].field == "enabled") return setEnabled(e, *op.after, *after);
      return make(e, *op.after, *after);
    case Verb::Rename: {
      const Object& table = *op.after->parent;
      return e.out.guarded(both(existsIn(*op.before, table), missingIn(*op.after, table)),
                           "alter trigger " + ir::quoteIdentifier(op.before->name) + " on " + ir::qualifiedName(table) + " rename to " +
                               ir::quoteIdentifier(op.after->name));
    }
    case Verb::Drop:
      return e.out.statement("drop trigger if exists " + ir::quoteIdentifier(op.before->name) + " on " + ir::qualifiedName(*op.before->parent));
  }
}

}  // namespace schemac::emitters
