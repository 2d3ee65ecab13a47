#include "emitters/sql/statements.h"

namespace schemac::emitters {
namespace {

using ir::Language;
using ir::Verb;

std::string create(const ir::Object& object, const Language& language) {
  std::string text = std::string("create or replace ") + (language.trusted ? "trusted " : "") + "language " + ir::quoteIdentifier(object.name);
  if (language.handler) text += " handler " + ir::qualifiedName(*language.handler);
  if (language.inlineHandler) text += " inline " + ir::qualifiedName(*language.inlineHandler);
  if (language.validator) text += " validator " + ir::qualifiedName(*language.validator);
  return text;
}

}  // namespace

void emit(Emission& e, const ir::Operation& op, const Language*, const Language* after) {
  switch (op.verb) {
    case Verb::Create: case Verb::Alter: return e.out.statement(create(*op.after, *after));
    case Verb::Rename: return emitRename(e, op, "alter language");
    case Verb::Drop: return emitDrop(e, *op.before, "drop language if exists " + ir::quoteIdentifier(op.before->name));
  }
}

}  // namespace schemac::emitters
