#include "emitters/sql/foreign_text.h"
#include "emitters/sql/statements.h"

namespace schemac::emitters {
namespace {

using ir::Object;
using ir::UserMapping;
using ir::Verb;

std::string target(const Object& object) {
  return "for " + roleName(object.name) + " server " + ir::quoteIdentifier(object.parent->name);
}

std::string create(Emission& e, const Object& object, const UserMapping& mapping) {
  if (!mapping.readable) e.out.note("INCOMPLETE: the options of " + ir::describe(object) + " could not be read");
  const std::string options = optionsClause(printable(e, object, mapping.options));
  return "create user mapping if not exists " + target(object) + (options.empty() ? "" : "\n  " + options);
}

}  // namespace

void emit(Emission& e, const ir::Operation& op, const UserMapping* before, const UserMapping* after) {
  switch (op.verb) {
    case Verb::Create: {
      std::string text = create(e, *op.after, *after);
      return e.out.statement(std::move(text));
    }
    case Verb::Alter: {
      const std::string user = op.after->name == ir::kPublic ? "PUBLIC" : op.after->name.str();
      return alterForeignOptions(e, "alter user mapping " + target(*op.after), *op.after, before->options, after->options,
                                 "information_schema.user_mapping_options where foreign_server_name = " + literal(op.after->parent->name) +
                                     " and authorization_identifier = " + literal(user));
    }
    case Verb::Rename: return;  // its name is its role's
    case Verb::Drop: return e.out.statement("drop user mapping if exists " + target(*op.before));
  }
}

}  // namespace schemac::emitters
