#include <algorithm>

#include "emitters/sql/foreign_text.h"
#include "emitters/sql/statements.h"

namespace schemac::emitters {
namespace {

using ir::ForeignDataWrapper;
using ir::Verb;

std::string functionClause(std::string_view word, const ir::Ref& function) {
  return function ? std::string(word) + " " + ir::qualifiedName(*function) : "no " + std::string(word);
}

std::string create(Emission& e, const ir::Object& object, const ForeignDataWrapper& w) {
  std::string text = "create foreign data wrapper " + ir::quoteIdentifier(object.name);
  if (w.handler) text += " " + functionClause("handler", w.handler);
  if (w.validator) text += " " + functionClause("validator", w.validator);
  const std::string options = optionsClause(printable(e, object, w.options));
  return options.empty() ? text : text + " " + options;
}

void alter(Emission& e, const ir::Operation& op, const ForeignDataWrapper& before, const ForeignDataWrapper& after) {
  const std::string head = "alter foreign data wrapper " + ir::quoteIdentifier(op.after->name);
  for (const ir::FieldChange& change : op.changes) {
    if (change.field == "handler") e.out.statement(head + " " + functionClause("handler", after.handler));
    if (change.field == "validator") e.out.statement(head + " " + functionClause("validator", after.validator));
    if (change.field == "options")
      alterForeignOptions(e, head, *op.after, before.options, after.options,
                          "information_schema.foreign_data_wrapper_options where foreign_data_wrapper_name = " + literal(op.after->name));
  }
}

}  // namespace

void emit(Emission& e, const ir::Operation& op, const ForeignDataWrapper* before, const ForeignDataWrapper* after) {
  switch (op.verb) {
    case Verb::Create: {
      std::string text = create(e, *op.after, *after);
      return e.out.guarded(missing(*op.after), std::move(text));
    }
    case Verb::Alter: return alter(e, op, *before, *after);
    case Verb::Rename: return emitRename(e, op, "alter foreign data wrapper");
    case Verb::Drop: return emitDrop(e, *op.before, "drop foreign data wrapper if exists " + ir::quoteIdentifier(op.before->name));
  }
}

}  // namespace schemac::emitters
