// CREATE DOMAIN and ALTER DOMAIN.
#include <fmt/format.h>

#include <algorithm>
#include <string>

#include "ir/identity.h"
#include "parser/sql/lookup.h"
#include "parser/sql/slices.h"
#include "parser/sql/tables.h"

namespace schemac::parser {
namespace {

using ir::Kind;
using ir::Name;
using ir::Object;

BindScope scopeOf(const ir::TypeRef& base) {
  BindScope scope;
  scope.variables.push_back({"value", base});
  return scope;
}

bool isNullConstant(Node* node) {
  const auto* constant = as<A_Const>(node, T_A_Const);
  return constant && constant->isnull;
}

// DEFAULT takes a b_expr, which NOT, NULL, CHECK, COLLATE and CONSTRAINT end; but IS NOT DISTINCT FROM is part of it.
Span defaultSpan(const Slices& slices, std::size_t keyword) {
  const std::size_t first = keyword + 1;
  std::size_t end = slices.end(first, {"constraint", "not", "null", "check", "default", "collate"});
  if (end == first) end = slices.end(first + 1, {"constraint", "not", "null", "check", "default", "collate"});
  while (end < slices.size() && slices.is(end, "not") && slices.is(end - 1, "is"))
    end = slices.end(end + 1, {"constraint", "not", "null", "check", "default", "collate"});
  return slices.span(first, end);
}

void addCheck(Replay& replay, const Object& domain, const Constraint& constraint) {
  const Slices slices(replay.text, replay.tokens());
  const std::size_t start = constraint.location < 0 ? 0 : slices.at(static_cast<std::uint32_t>(constraint.location));
  const std::size_t keyword = slices.next("check", start);
  const Span span = slices.inside(keyword + 1);
  ir::Check check;
  check.named = constraint.conname != nullptr;
  check.validated = !constraint.skip_validation;
  check.expression = replay.expression(constraint.raw_expr, span.begin, span.end, scopeOf(domain.as<ir::Domain>().base));
  const Name name = check.named ? Name(constraint.conname) : chooseConstraintName(replay, domain, "", "check");
  requireFreeConstraint(replay, domain, name, constraint.location);
  replay.make(&domain, name, std::move(check), constraint.location);
}

void dropConstraint(Replay& replay, const Object& domain, const AlterDomainStmt& statement) {
  const Name name = statement.name;
  if (const Object* constraint = constraintOf(domain, name)) {
    if (constraint->kind == Kind::NotNull) return dropNotNullOfDomain(replay, domain);
    return replay.drop(*constraint, statement.behavior == DROP_CASCADE);
  }
  if (!statement.missing_ok)
    throwUndefined(replay, -1, fmt::format("constraint \"{}\" of domain \"{}\" does not exist", name.view(), domain.name.view()));
}

void setDefault(Replay& replay, const Object& domain, const AlterDomainStmt& statement) {
  std::optional<ir::Expression> value;
  if (statement.def && !isNullConstant(statement.def)) {
    const Slices slices(replay.text, replay.tokens());
    const Span span = slices.bare(slices.next("default", slices.next("set", 0)) + 1, slices.size());
    value = replay.expression(statement.def, span.begin, span.end, assignedTo(domain.as<ir::Domain>().base));
  }
  replay.schema.edit<ir::Domain>(domain).defaultValue = std::move(value);
}

}  // namespace

void replay(Replay& replay, const CreateDomainStmt& statement) {
  const auto [schemaName, name] = replay.split(statement.domainname);
  const Object& schema = schemaName.empty() ? replay.creationSchema(nullptr) : replay.schemaNamed(schemaName, -1);
  replay.requireFree(ir::Space::Type, &schema, name, -1, "type");
  ir::Domain data;
  data.base = replay.type(*statement.typeName);
  if (statement.collClause) {
    const auto [collationSchema, collation] = replay.split(statement.collClause->collname);
    data.collation = replay.names().collation(collationSchema, collation);
  }
  for (const Constraint* constraint : each<Constraint>(statement.constraints)) {
    if (constraint->contype != CONSTR_DEFAULT || isNullConstant(constraint->raw_expr)) continue;
    const Slices slices(replay.text, replay.tokens());
    const Span span = defaultSpan(slices, slices.next("default", slices.at(static_cast<std::uint32_t>(constraint->location))));
    data.defaultValue = replay.expression(constraint->raw_expr, span.begin, span.end, assignedTo(data.base));
  }
  const Object& domain = replay.make(&schema, name, std::move(data));
  for (const Constraint* constraint : each<Constraint>(statement.constraints))
    if (constraint->contype == CONSTR_CHECK) addCheck(replay, domain, *constraint);
    else if (constraint->contype == CONSTR_NOTNULL) setNotNullOfDomain(replay, domain, constraint->conname, constraint->location);
  replay.giveDefaults(domain);
}

void replay(Replay& replay, const AlterDomainStmt& statement) {
  const Object& domain = *findType(replay, statement.typeName, false);
  if (domain.kind != Kind::Domain) throwWrongKind(replay, -1, fmt::format("{} is not a domain", domain.name.view()));
  switch (statement.subtype) {
    case 'T': return setDefault(replay, domain, statement);
    case 'N': return dropNotNullOfDomain(replay, domain);
    case 'O': return setNotNullOfDomain(replay, domain, nullptr, -1);
    case 'C': {
      const auto& constraint = *reinterpret_cast<const Constraint*>(statement.def);
      if (constraint.contype == CONSTR_CHECK) addCheck(replay, domain, constraint);
      else if (constraint.contype == CONSTR_NOTNULL) setNotNullOfDomain(replay, domain, constraint.conname, constraint.location);
      return;
    }
    case 'X': return dropConstraint(replay, domain, statement);
    case 'V': {
      const Object* constraint = constraintOf(domain, statement.name);
      if (!constraint)
        throwUndefined(replay, -1, fmt::format("constraint \"{}\" of domain \"{}\" does not exist", statement.name, domain.name.view()));
      if (constraint->kind != Kind::Check)
        throwWrongKind(replay, -1, fmt::format("constraint \"{}\" of domain \"{}\" is not a check constraint", statement.name, domain.name.view()));
      replay.schema.edit<ir::Check>(*constraint).validated = true;
      return;
    }
    default: throwInvalid(replay, -1, "unrecognized ALTER DOMAIN");
  }
}

}  // namespace schemac::parser
