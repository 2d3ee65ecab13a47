#include "emitters/sql/constraint_text.h"
#include "emitters/sql/statements.h"
#include "emitters/sql/type_swap.h"

namespace schemac::emitters {

namespace {

// `beside`: the old one still has the name that PostgreSQL would make up for NOT NULL.
std::string head(const Emission& e, const ir::Object& object, bool beside = false) {
  const auto& domain = object.as<ir::Domain>();
  std::string text = "create domain " + ir::qualifiedName(object) + " as " + typeName(domain.base);
  if (!domain.collation.empty()) text += " collate " + collationName(domain.collation, e.version());
  if (domain.defaultValue) text += " default " + operand(*domain.defaultValue);
  const ir::Object* constraint = beside ? ir::notNullOf(object) : nullptr;
  if (constraint) return text + " constraint " + ir::quoteIdentifier(constraint->name) + " not null";
  return text + (domain.notNull ? " " + notNullClause(e, object) : "");
}

std::string createDomain(const Emission& e, const ir::Object& object, const std::vector<const ir::Object*>& checks) {
  std::string text = head(e, object);
  for (const ir::Object* check : checks) text += (checks.size() > 1 ? "\n  " : " ") + constraintClause(e, *check);
  return text;
}

}  // namespace

std::string createDomainBeside(const Emission& e, const ir::Object& object) {
  std::string text = head(e, object, true);
  for (const ir::Object* check : ir::childrenOf(object, ir::Kind::Check))
    if (!e.createdByPlan(*check)) text += " constraint " + ir::quoteIdentifier(check->name) + " " + constraintDefinition(*check, e.version());
  return text;
}

namespace {

using ir::Domain;
using ir::Verb;

// Has the domain still its old base? Where no look-up tells (an array, another collation) it is swapped again, which changes nothing.
Condition baseDiffers(const ir::Object& before, const ir::Object& after) {
  const ir::TypeRef& base = after.as<Domain>().base;
  if (base.array || base == before.as<Domain>().base) return exists(after);
  const bool builtin = base.type->origin == ir::Origin::BuiltIn;
  return "exists (select from pg_type where oid = " + regtype(ir::TypeRef{&after, {}}) + " and " +
         (builtin ? "format_type(typbasetype, typtypmod) <> " + literal(ir::formatType(base)) : "typbasetype <> " + regtype(base)) + ")";
}

void alterDomain(Emission& e, const ir::Operation& op, const Domain& after) {
  const std::string target = "alter domain " + ir::qualifiedName(*op.after);
  for (const ir::FieldChange& change : op.changes)
    if (change.field == "base type" || change.field == "collation") {
      e.out.guarded(baseDiffers(*op.before, *op.after), typeSwap(e, *op.before, *op.after, createDomainBeside(e, *op.after)));
      return;  // the new one has its NOT NULL and default
    }
  for (const ir::FieldChange& change : op.changes) {
    if (const ir::Object* constraint = ir::notNullOf(*op.after); change.field == "not null" && needsName(e, constraint))
      e.out.guarded(missing(*constraint), target + " " + addNotNull(*constraint));
    else if (change.field == "not null") e.out.statement(target + (after.notNull ? " set" : " drop") + " not null");
    if (change.field == "default")
      e.out.statement(target + (after.defaultValue ? " set default " + sql(*after.defaultValue) : " drop default"));
  }
}

}  // namespace

void emit(Emission& e, const ir::Operation& op, const Domain*, const Domain* after) {
  switch (op.verb) {
    case Verb::Create:
      return e.out.guarded(missing(*op.after), createDomain(e, *op.after, e.folded(ir::Kind::Check)));
    case Verb::Alter: return alterDomain(e, op, *after);
    case Verb::Rename: return emitRename(e, op, "alter domain");
    case Verb::Drop: return emitDrop(e, *op.before, "drop domain if exists " + ir::qualifiedName(*op.before));
  }
}

}  // namespace schemac::emitters
