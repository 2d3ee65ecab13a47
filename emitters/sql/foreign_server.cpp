#include "emitters/sql/foreign_text.h"
#include "emitters/sql/statements.h"

namespace schemac::emitters {
namespace {

using ir::ForeignServer;
using ir::Verb;

std::string create(Emission& e, const ir::Object& object, const ForeignServer& s) {
  std::string text = "create server if not exists " + ir::quoteIdentifier(object.name);
  if (!s.type.empty()) text += " type " + literal(s.type);
  if (!s.version.empty()) text += " version " + literal(s.version);
  text += " foreign data wrapper " + ir::quoteIdentifier(s.wrapper->name);
  const std::string options = optionsClause(printable(e, object, s.options));
  return options.empty() ? text : text + "\n  " + options;
}

void alter(Emission& e, const ir::Operation& op, const ForeignServer& before, const ForeignServer& after) {
  const std::string head = "alter server " + ir::quoteIdentifier(op.after->name);
  for (const ir::FieldChange& change : op.changes) {
    if (change.field == "version") e.out.statement(head + " version " + (after.version.empty() ? "null" : literal(after.version)));
    if (change.field == "options")
      alterForeignOptions(e, head, *op.after, before.options, after.options,
                          "information_schema.foreign_server_options where foreign_server_name = " + literal(op.after->name));
  }
}

}  // namespace

void emit(Emission& e, const ir::Operation& op, const ForeignServer* before, const ForeignServer* after) {
  switch (op.verb) {
    case Verb::Create: {
      std::string text = create(e, *op.after, *after);
      return e.out.statement(std::move(text));
    }
    case Verb::Alter: return alter(e, op, *before, *after);
    case Verb::Rename: return emitRename(e, op, "alter server");
    case Verb::Drop: return emitDrop(e, *op.before, "drop server if exists " + ir::quoteIdentifier(op.before->name));
  }
}

}  // namespace schemac::emitters
