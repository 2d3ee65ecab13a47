#include "emitters/sql/constraint_text.h"
#include "emitters/sql/statements.h"
#include "emitters/sql/type_swap.h"

namespace schemac::emitters {
namespace {

using ir::Domain;
using ir::Verb;

std::string createDomain(const Emission& e, const ir::Object& object, const Domain& domain, const std::vector<const ir::Object*>& checks) {
  std::string text = "create domain " + ir::qualifiedName(object) + " as " + typeName(domain.base);
  if (!domain.collation.empty()) text += " collate " + collationName(domain.collation, e.version());
  if (domain.defaultValue) text += " default " + operand(*domain.defaultValue);
  if (domain.notNull) text += " not null";
  for (const ir::Object* check : checks) text += (checks.size() > 1 ? "\n  " : " ") + constraintClause(e, *check);
  return text;
}

Condition baseDiffers(const ir::Object& object, const ir::TypeRef& base) {
  const std::string domain = regtype(ir::TypeRef{&object, {}});
  // Arrays have no look-up: swapped again, which changes nothing.
  if (base.array) return exists(object);
  const bool builtin = base.type->origin == ir::Origin::BuiltIn;
  return "exists (select from pg_type where oid = " + domain + " and " +
         (builtin ? "format_type(typbasetype, typtypmod) <> " + literal(ir::formatType(base)) : "typbasetype <> " + regtype(base)) + ")";
}

void alterDomain(Emission& e, const ir::Operation& op, const Domain& after) {
  const std::string target = "alter domain " + ir::qualifiedName(*op.after);
  for (const ir::FieldChange& change : op.changes) {
    if (change.field == "not null") e.out.statement(target + (after.notNull ? " set" : " drop") + " not null");
    if (change.field == "default")
      e.out.statement(target + (after.defaultValue ? " set default " + sql(*after.defaultValue) : " drop default"));
    if (change.field == "base type" || change.field == "collation") {
      const Condition differs = baseDiffers(*op.after, after.base);
      const std::string swap = typeSwap(e, *op.before, *op.after, createDomain(e, *op.after, after, ir::childrenOf(*op.after, ir::Kind::Check)));
      return e.out.guarded(differs, swap);
    }
  }
}

}  // namespace

void emit(Emission& e, const ir::Operation& op, const Domain*, const Domain* after) {
  switch (op.verb) {
    case Verb::Create:
      return e.out.guarded(missing(*op.after), createDomain(e, *op.after, *after, e.folded(ir::Kind::Check)));
    case Verb::Alter: return alterDomain(e, op, *after);
    case Verb::Rename: return emitRename(e, op, "alter domain");
    case Verb::Drop: return emitDrop(e, *op.before, "drop domain if exists " + ir::qualifiedName(*op.before));
  }
}

}  // namespace schemac::emitters
