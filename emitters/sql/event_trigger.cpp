#include "emitters/sql/statements.h"

namespace schemac::emitters {
namespace {

using ir::EventTrigger;
using ir::Object;
using ir::Verb;

std::string create(const Object& object, const EventTrigger& t) {
  std::string text = "create event trigger " + ir::quoteIdentifier(object.name) + " on " + t.event.str();
  std::vector<std::string> tags;
  for (const ir::Text& tag : t.tags) tags.push_back(literal(tag));
  if (!tags.empty()) text += "\n  when tag in (" + join(tags, ", ") + ")";
  return text + "\n  execute function " + ir::qualifiedName(*t.function) + "()";
}

void setEnabled(Emission& e, const Object& object, const EventTrigger& t) {
  const std::string word = t.enabled == "disabled" ? "disable" : t.enabled == "origin" ? "enable" : "enable " + t.enabled.str();
  e.out.statement("alter event trigger " + ir::quoteIdentifier(object.name) + " " + word);
}

}  // namespace

void emit(Emission& e, const ir::Operation& op, const EventTrigger*, const EventTrigger* after) {
  const std::string name = ir::quoteIdentifier(op.after ? op.after->name : op.before->name);
  switch (op.verb) {
    case Verb::Create:
      if (!e.droppedHere(*op.after)) e.out.statement("drop event trigger if exists " + name);
      e.out.statement(create(*op.after, *after));
      if (after->enabled != "origin") setEnabled(e, *op.after, *after);
      return;
    case Verb::Alter: return setEnabled(e, *op.after, *after);
    case Verb::Rename: return emitRename(e, op, "alter event trigger");
    case Verb::Drop: return emitDrop(e, *op.before, "drop event trigger if exists " + name);
  }
}

}  // namespace schemac::emitters
