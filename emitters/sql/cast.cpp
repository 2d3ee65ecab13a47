#include "emitters/sql/statements.h"

namespace schemac::emitters {
namespace {

using ir::Cast;
using ir::Verb;

std::string create(const ir::Object& object, const Cast& c) {
  std::string text = "create " + objectClause(object);
  if (c.function) text += " with function " + (c.function->origin == ir::Origin::BuiltIn ? ir::qualifiedName(*c.function) : ir::displayName(*c.function));
  else text += c.inOut ? " with inout" : " without function";
  return text + (c.context == "explicit" ? "" : " as " + c.context.str());
}

}  // namespace

void emit(Emission& e, const ir::Operation& op, const Cast*, const Cast* after) {
  switch (op.verb) {
    case Verb::Create: return e.out.guarded(missing(*op.after), create(*op.after, *after));
    case Verb::Drop: return e.out.statement("drop cast if exists " + ir::displayName(*op.before));
    case Verb::Alter: case Verb::Rename: return;  // nothing of it can be altered, and it has no name
  }
}

}  // namespace schemac::emitters
