#include "emitters/sql/family_members.h"
#include "emitters/sql/statements.h"

namespace schemac::emitters {
namespace {

using ir::OperatorClass;
using ir::Verb;

std::string create(const ir::Object& object, const OperatorClass& c) {
  std::vector<std::string> items;
  for (const auto& member : c.operators) items.push_back(memberText(member));
  for (const auto& member : c.functions) items.push_back(memberText(member));
  if (c.storage) items.push_back("storage " + typeName(c.storage));
  if (items.empty()) items.push_back("storage " + typeName(c.type));  // at least one is wanted
  return "create operator class " + ir::qualifiedName(object) + (c.isDefault ? " default" : "") + " for type " + typeName(c.type) + " using " +
         ir::quoteIdentifier(c.method) + " family " + (c.family.object ? ir::qualifiedName(*c.family.object) : qualifiedText(c.family)) + " as\n  " +
         join(items, ",\n  ");
}

}  // namespace

void emit(Emission& e, const ir::Operation& op, const OperatorClass*, const OperatorClass* after) {
  switch (op.verb) {
    case Verb::Create: return e.out.guarded(missing(*op.after), create(*op.after, *after));
    case Verb::Alter: return;  // nothing of it can be altered: it is made anew
    case Verb::Rename: return emitRename(e, op, "alter operator class");
    case Verb::Drop: return emitDrop(e, *op.before, "drop operator class if exists " + ir::displayName(*op.before));
  }
}

}  // namespace schemac::emitters
