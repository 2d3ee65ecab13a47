// ALTER TABLE … ADD, DROP, VALIDATE, ALTER CONSTRAINT.
#include <fmt/format.h>

#include <algorithm>

#include "parser/sql/tables.h"

namespace schemac::parser {

using ir::Check;
using ir::Kind;
using ir::Name;
using ir::Object;

namespace {

const Object& constraintNamed(Replay& replay, const Object& table, const char* name) {
  if (const Object* found = replay.schema.find(ir::Space::Constraint, &table, name)) return *found;
  throwUndefined(replay, -1, fmt::format("constraint \"{}\" of relation \"{}\" does not exist", name, table.name.str()));
}

void add(Replay& replay, const Object& table, const Command& at) {
  auto& node = *reinterpret_cast<::Constraint*>(at.command.def);
  Pending pending;
  pending.only = !at.recurse;
  takeTableConstraint(replay, table, node, pending);
  if (table.kind != Kind::Table) throwWrongKind(replay, node.location, fmt::format("\"{}\" is not a table", table.name.view()));
  if (table.as<ir::Table>().foreign()) requireForeign(replay, pending);
  makeConstraints(replay, table, pending, false);
  for (const Pending::Part& part : pending.foreignKeys) addForeignKey(replay, table, *part.node, nullptr, false);
}

// A check goes from the tables below, too, unless it is their own as well.
void dropCheck(Replay& replay, const Object& check, bool recurse) {
  for (const Object* child : childTables(replay, *check.parent)) {
    const Object* own = replay.schema.find(ir::Space::Constraint, child, check.name);
    if (!own || own->kind != Kind::Check || own->as<Check>().inherited == 0) continue;
    const Check& data = own->as<Check>();
    if (recurse && data.inherited == 1 && !data.local) {
      dropCheck(replay, *own, true);
      continue;
    }
    Object& kept = replay.schema.edit(*own);
    Check& changed = std::get<Check>(kept.data);
    --changed.inherited;
    if (!recurse) changed.local = true;
    if (kept.derivedFrom == &check) kept.derivedFrom = nullptr;
  }
  replay.schema.drop(check);
}

void drop(Replay& replay, const Object& table, const Command& at) {
  const char* name = at.command.name;
  const Object* found = replay.schema.find(ir::Space::Constraint, &table, name);
  if (!found) {
    if (at.command.missing_ok) return;
    constraintNamed(replay, table, name);
  }
  if (const auto* constraint = found->get<ir::NotNull>()) return dropNotNull(replay, *constraint->column, at.recurse);
  const auto inherited = [&] {
    if (const auto* check = found->get<Check>()) return check->inherited > 0;
    if (const auto* key = found->get<ir::Key>()) return key->inherited > 0;
    const auto* foreign = found->get<ir::ForeignKey>();
    return foreign && foreign->inherited > 0;
  };
  if (inherited())
    throwInvalid(replay, -1, fmt::format("cannot drop inherited constraint \"{}\" of relation \"{}\"", name, table.name.str()));
  if (found->kind == Kind::Check) dropCheck(replay, *found, at.recurse);
  else replay.drop(*found, at.command.behavior == DROP_CASCADE);
}

void validate(Replay& replay, const Object& constraint) {
  if (constraint.kind == Kind::NotNull) return validateNotNull(replay, constraint);
  const Object& table = *constraint.parent;
  if (const auto* check = constraint.get<Check>()) {
    if (!check->validated) replay.schema.edit<Check>(constraint).validated = true;
    if (check->noInherit) return;
  } else if (const auto* foreign = constraint.get<ir::ForeignKey>()) {
    if (!foreign->validated) replay.schema.edit<ir::ForeignKey>(constraint).validated = true;
  } else {
    throwWrongKind(replay, -1, fmt::format("constraint \"{}\" of relation \"{}\" is not a foreign key or check constraint", constraint.name.str(), table.name.str()));
  }
  for (const Object* child : childTables(replay, table))
    for (const Object* own : child->children)
      if (own->kind == constraint.kind && (own->derivedFrom == &constraint || (own->kind == Kind::Check && own->name == constraint.name)))
        validate(replay, *own);
}

void alter(Replay& replay, const Object& constraint, const ATAlterConstraint& change) {
  if (constraint.kind == Kind::NotNull && change.alterInheritability) return alterNotNull(replay, constraint, change.noinherit);
  if (constraint.kind == Kind::ForeignKey) {
    auto& data = replay.schema.edit<ir::ForeignKey>(constraint);
    if (change.alterDeferrability) {
      data.deferrable = change.deferrable;
      data.initiallyDeferred = change.initdeferred;
    }
    if (change.alterEnforceability) data.enforced = data.validated = change.is_enforced;
    for (const Object* child : childTables(replay, *constraint.parent))
      for (const Object* copy : ir::childrenOf(*child, Kind::ForeignKey))
        if (copy->derivedFrom == &constraint) alter(replay, *copy, change);
    return;
  }
  throwInvalid(replay, -1, fmt::format("constraint \"{}\" of relation \"{}\" is not a foreign key constraint", constraint.name.str(),
                                       constraint.parent->name.str()));
}

}  // namespace

void alterConstraint(Replay& replay, const Object& table, const Command& at) {
  switch (at.command.subtype) {
    case AT_AddConstraint: return add(replay, table, at);
    case AT_DropConstraint: return drop(replay, table, at);
    case AT_ValidateConstraint: return validate(replay, constraintNamed(replay, table, at.command.name));
    default: {
      const auto& change = *reinterpret_cast<const ATAlterConstraint*>(at.command.def);
      return alter(replay, constraintNamed(replay, table, change.conname), change);
    }
  }
}

}  // namespace schemac::parser
