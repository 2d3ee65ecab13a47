// RENAME, SET SCHEMA, OWNER TO and COMMENT ON, for objects of every kind.
#include "parser/sql/output_names.h"
#include "parser/sql/alter.h"

#include <fmt/format.h>

#include <algorithm>
#include <string>

#include "ir/identity.h"
#include "ir/privileges.h"
#include "parser/sql/definitions.h"
#include "parser/sql/lookup.h"

namespace schemac::parser {
namespace {

using ir::Kind;
using ir::Name;
using ir::Object;

const Object* factOf(const Object& object, Kind kind) { return ir::childOf(object, kind, Name()); }

bool inherits(const Object& other, const Object& parent) {
  const auto* table = other.dropped ? nullptr : other.get<ir::Table>();
  if (!table) return false;
  return table->ofType.object == &parent ||
         std::any_of(table->parents.begin(), table->parents.end(), [&](const ir::Ref& p) { return p.object == &parent; });
}

// Tables that inherit from a table (partitions too), and tables of a composite type.
std::vector<const Object*> heirsOf(const ir::Schema& schema, const Object& whole) {
  std::vector<const Object*> heirs;
  if (whole.kind != Kind::Table && whole.kind != Kind::Composite) return heirs;
  for (const Object& other : schema.objects())
    if (inherits(other, whole)) heirs.push_back(&other);
  return heirs;
}

// Members of a publication are named after what they publish.
void nameMembers(Replay& replay, const Object& changed) {
  if (changed.kind != Kind::Table && changed.kind != Kind::Schema) return;
  for (const Object& o : replay.schema.objects()) {
    const auto* member = o.dropped ? nullptr : o.get<ir::PublicationMember>();
    if (!member) continue;
    const Object* target = member->table ? member->table.object : member->schema.object;
    if (target != &changed && target->parent != &changed) continue;
    const std::string name = member->table ? target->parent->name.str() + "." + target->name.str() : target->name.str();
    if (o.name.view() != name) replay.schema.rename(o, name);
  }
}

// Roles are named in grants, owners, policies, memberships and default privileges.
void renameRole(Replay& replay, const Object& role, Name name) {
  ir::Schema& schema = replay.schema;
  const Name old = role.name;
  const auto swap = [&](std::vector<Name>& names) {
    std::replace(names.begin(), names.end(), old, name);
    std::sort(names.begin(), names.end());
  };
  for (const Object& o : schema.objects()) {
    if (o.dropped) continue;
    if (const auto* owner = o.get<ir::Owner>(); owner && owner->role == old) schema.edit<ir::Owner>(o).role = name;
    if (const auto* p = o.get<ir::Policy>(); p && std::find(p->roles.begin(), p->roles.end(), old) != p->roles.end())
      swap(schema.edit<ir::Policy>(o).roles);
    if (const auto* r = o.get<ir::Role>(); r && std::find(r->memberOf.begin(), r->memberOf.end(), old) != r->memberOf.end())
      swap(schema.edit<ir::Role>(o).memberOf);
    if ((o.kind == Kind::Grant || o.kind == Kind::UserMapping) && o.name == old) schema.rename(o, name);
    if (const auto* d = o.get<ir::DefaultPrivilege>(); d && (d->role == old || d->grantee == old)) {
      auto& entry = schema.edit<ir::DefaultPrivilege>(o);
      if (entry.role == old) entry.role = name;
      if (entry.grantee == old) entry.grantee = name;
      schema.rename(o, fmt::format("{}/{}/{}", entry.role.view(), entry.objects.view(), entry.grantee.view()));
    }
  }
  schema.rename(role, name);
}

void requireNewName(Replay& replay, const Object& object, const Object* scope, Name name) {
  const ir::Space space = ir::spaceOf(object.kind);
  if (ir::isRoutine(object.kind)) {
    const std::string signature = ir::signature(object);
    for (const Object* other : replay.schema.routines(*scope, name))
      if (ir::signature(*other) == signature)
        throwDuplicate(replay, -1, fmt::format("function {}{} already exists in schema \"{}\"", name.view(), signature, scope->name.view()));
    return;
  }
  if (ir::isOverloaded(space)) {
    for (const Object* other : replay.schema.all(space, scope, name))
      if (ir::idOf(*other).part == ir::idOf(object).part)
        throwDuplicate(replay, -1, fmt::format("{} \"{}\" already exists in schema \"{}\"", ir::label(object.kind), name.view(), scope->name.view()));
    return;
  }
  if (object.kind == Kind::Trigger || object.kind == Kind::Policy) {
    if (replay.schema.find(ir::spaceOf(object.kind), scope, name))
      throwDuplicate(replay, -1, fmt::format("{} \"{}\" for {} \"{}\" already exists", ir::label(object.kind), name.view(),
                                             object.kind == Kind::Trigger ? "relation" : "table", scope->name.view()));
    return;
  }
  const bool relation = ir::spaceOf(object.kind) == ir::Space::Relation;
  replay.requireFree(ir::spaceOf(object.kind), scope, name, -1, relation ? "relation" : std::string(ir::label(object.kind)).c_str());
  // A relation with columns brings a type of its name, and a type may not have the name of one.
  const bool rowType = relation && object.kind != Kind::Index && object.kind != Kind::Sequence;
  if (rowType) replay.requireFree(ir::Space::Type, scope, name, -1, "type");
  if (!relation && ir::isType(object.kind)) replay.requireFree(ir::Space::Relation, scope, name, -1, "type");
}

// What a RenameStmt names; null if it may be missing and is.
Found renamed(Replay& replay, const RenameStmt& statement) {
  const auto missing = [&](const std::string& message) -> Found {
    if (statement.missing_ok) return {};
    throwUndefined(replay, statement.relation ? statement.relation->location : -1, message);
  };
  switch (statement.renameType) {
    case OBJECT_TABLE: case OBJECT_INDEX:  // any relation will do
      return findRelation(replay, OBJECT_COLUMN, *statement.relation, statement.missing_ok);
    case OBJECT_VIEW: case OBJECT_MATVIEW: case OBJECT_SEQUENCE: case OBJECT_FOREIGN_TABLE:
      return findRelation(replay, statement.renameType, *statement.relation, statement.missing_ok);
    case OBJECT_TABCONSTRAINT: case OBJECT_TRIGGER: case OBJECT_POLICY: case OBJECT_RULE: {
      const Found whole = findRelation(replay, OBJECT_COLUMN, *statement.relation, statement.missing_ok);
      if (!whole.object) return {};
      const Name name = statement.subname;
      const Object* part = statement.renameType == OBJECT_TRIGGER  ? ir::childOf(*whole.object, Kind::Trigger, name)
                           : statement.renameType == OBJECT_POLICY ? ir::childOf(*whole.object, Kind::Policy, name)
                           : statement.renameType == OBJECT_RULE   ? ir::childOf(*whole.object, Kind::Rule, name)
                                                                   : constraintOf(*whole.object, name);
      if (part) return {part};
      return missing(fmt::format("{} \"{}\" for table \"{}\" does not exist", wordOf(statement.renameType), name.view(), whole.object->name.view()));
    }
    case OBJECT_DOMCONSTRAINT: {
      const Object* domain = findType(replay, reinterpret_cast<const List*>(statement.object), statement.missing_ok);
      const Object* part = domain ? constraintOf(*domain, statement.subname) : nullptr;
      if (part) return {part};
      return missing(fmt::format("constraint \"{}\" for domain \"{}\" does not exist", statement.subname, domain ? domain->name.view() : ""));
    }
    case OBJECT_SCHEMA: case OBJECT_ROLE: {
      const auto space = statement.renameType == OBJECT_ROLE ? ir::Space::Role : ir::Space::Schema;
      if (const Object* object = replay.schema.find(space, nullptr, statement.subname)) return {object};
      return missing(fmt::format("{} \"{}\" does not exist", wordOf(statement.renameType), statement.subname));
    }
    case OBJECT_DATABASE: case OBJECT_TABLESPACE: return {nullptr, false};
    default: return findObject(replay, statement.renameType, statement.object, statement.missing_ok);
  }
}

void moveTo(Replay& replay, const Object& object, const Object& schema) {
  if (object.parent == &schema) return;
  requireNewName(replay, object, &schema, object.name);
  if (object.kind == Kind::Operator) return moveOperator(replay, object, schema);
  replay.schema.move(object, schema);
  nameMembers(replay, object);
  if (object.kind != Kind::Table) return;
  std::vector<const Object*> owned;  // a table's own sequences follow it
  for (const Object& other : replay.schema.objects()) {
    const auto* sequence = other.dropped ? nullptr : other.get<ir::Sequence>();
    if (sequence && sequence->ownedBy && sequence->ownedBy->parent == &object) owned.push_back(&other);
  }
  for (const Object* sequence : owned)
    if (sequence->parent != &schema) replay.schema.move(*sequence, schema);
}

// Members go along as far as they were in the extension's schema.
void moveExtension(Replay& replay, const Object& extension, const Object& schema) {
  const Object* home = extension.as<ir::Extension>().schema.object;
  std::vector<const Object*> members;
  for (const Object& o : replay.schema.objects())
    if (!o.dropped && o.derivedFrom == &extension && o.parent == home) members.push_back(&o);
  for (const Object* member : members) replay.schema.move(*member, schema);
  auto& data = replay.schema.edit<ir::Extension>(extension);
  data.schema = schema;
  data.schemaSaid = true;
}

// `name`: "" or "row type".
void setComment(Replay& replay, const Object& object, Name name, const char* text) {
  const Object* old = ir::childOf(object, Kind::Comment, name);
  if (!text || !*text) {
    if (old) replay.schema.drop(*old);
  } else if (old) {
    Object& comment = replay.schema.edit(*old);
    comment.data = ir::Comment{text};
    comment.origin = replay.origin;
    comment.location = replay.at(-1);
  } else {
    replay.make(&object, name, ir::Comment{text});
  }
}

}  // namespace

void setOwner(Replay& replay, const Object& object, Name role) {
  ir::Schema& schema = replay.schema;
  // aclnewowner: what the new owner was granted becomes part of the owner's own entry, and with it what it holds anyway.
  if (const Object* granted = ir::childOf(object, Kind::Grant, role)) {
    const ir::Privileges held = granted->as<ir::Grant>().privileges;
    if (const Object* own = ir::childOf(object, Kind::Grant, ir::kOwner)) {
      auto& entry = schema.edit<ir::Grant>(*own);
      entry.privileges |= held;
      if (entry.privileges == ir::builtinPrivileges(object.kind, ir::kOwner, schema.serverVersion)) schema.drop(*own);
    }
    schema.drop(*granted);
  }
  const Object* old = factOf(object, Kind::Owner);
  if (old) {
    Object& owner = schema.edit(*old);
    owner.data = ir::Owner{role};
    owner.origin = replay.origin;
    owner.location = replay.at(-1);
  } else {
    old = &replay.make(&object, Name(), ir::Owner{role});
  }
  // A table's own sequences have its owner, always (change_owner_recurse_to_sequences).
  if (object.kind != Kind::Table) return;
  std::vector<const Object*> owned;
  for (const Object& other : schema.objects()) {
    const auto* sequence = other.dropped ? nullptr : other.get<ir::Sequence>();
    if (sequence && sequence->ownedBy && sequence->ownedBy->parent == &object) owned.push_back(&other);
  }
  for (const Object* sequence : owned) {
    setOwner(replay, *sequence, role);
    schema.edit(*factOf(*sequence, Kind::Owner)).derivedFrom = old;
  }
}

void renameObject(Replay& replay, const Object& object, Name name) {
  if (object.kind == Kind::Role) {
    replay.requireFree(ir::Space::Role, nullptr, name, -1, "role");
    return renameRole(replay, object, name);
  }
  if (object.kind == Kind::Schema && name.view().starts_with("pg_"))
    throwInvalid(replay, -1, fmt::format("unacceptable schema name \"{}\"", name.view()), "The prefix \"pg_\" is reserved for system schemas.");
  requireNewName(replay, object, ir::scopeOf(object), name);
  replay.schema.rename(object, name);
  nameMembers(replay, object);
  if (object.kind == Kind::Trigger) {
    // Copies on partitions have the name of the original.
    std::vector<const Object*> copies;
    for (const Object& other : replay.schema.objects())
      if (!other.dropped && other.kind == Kind::Trigger && other.derivedFrom == &object) copies.push_back(&other);
    for (const Object* copy : copies) renameObject(replay, *copy, name);
  }
  // A key is its index's name and the other way round.
  if (const auto* index = object.get<ir::Index>(); index && index->constraint && index->constraint->name != name) {
    replay.schema.rename(*index->constraint, name);
    std::visit([](auto& data) { if constexpr (requires { data.named; }) data.named = true; }, replay.schema.edit(*index->constraint).data);
  }
  std::visit([](auto& data) { if constexpr (requires { data.named; }) data.named = true; }, replay.schema.edit(object).data);
}

void renameColumn(Replay& replay, const Object& relation, Name from, Name to, int location) {
  const Object& column = replay.column(relation, from, location);
  if (const Object* taken = ir::columnOf(relation, to)) {
    ReplayError error(ir::Code::Duplicate, replay.at(location),
                      fmt::format("column \"{}\" of relation \"{}\" already exists", taken->name.view(), relation.name.view()));
    error.sqlState = "42701";
    throw error;
  }
  keepOutputNames(replay, column);
  replay.schema.rename(column, to);
  // The query still gives the old name: it must be written in front of AS from now on.
  if (relation.kind == Kind::View) replay.schema.edit<ir::View>(relation).columnsNamed = true;
  if (relation.kind == Kind::MaterializedView) replay.schema.edit<ir::MaterializedView>(relation).columnsNamed = true;
  for (const Object* heir : heirsOf(replay.schema, relation))
    if (ir::columnOf(*heir, from)) renameColumn(replay, *heir, from, to, location);
}

void renameConstraint(Replay& replay, const Object& constraint, Name name) {
  const Object& whole = *constraint.parent;
  const Name old = constraint.name;
  if (constraintOf(whole, name))
    throwDuplicate(replay, -1, fmt::format("constraint \"{}\" for {} \"{}\" already exists", name.view(),
                                           whole.kind == Kind::Domain ? "domain" : "relation", whole.name.view()));
  const bool hasIndex = constraint.kind == Kind::Key || constraint.kind == Kind::Exclusion;
  if (hasIndex) replay.requireFree(ir::Space::Relation, whole.parent, name, -1, "relation");
  replay.schema.rename(constraint, name);
  std::visit([](auto& data) { if constexpr (requires { data.named; }) data.named = true; }, replay.schema.edit(constraint).data);
  if (hasIndex) {
    for (const Object* index : ir::childrenOf(whole, Kind::Index))
      if (index->as<ir::Index>().constraint.object == &constraint) replay.schema.rename(*index, name);
    return;
  }
  const auto* notNull = constraint.get<ir::NotNull>();
  if (whole.kind != Kind::Table || !(constraint.kind == Kind::Check || (notNull && !notNull->noInherit))) return;
  for (const Object* heir : heirsOf(replay.schema, whole)) {
    const Object* column = notNull ? ir::columnOf(*heir, notNull->column->name) : nullptr;
    const Object* copy = column ? ir::notNullOf(*column) : notNull ? nullptr : ir::childOf(*heir, Kind::Check, old);
    if (!copy || (notNull ? copy->as<ir::NotNull>().inherited : copy->as<ir::Check>().inherited) == 0) continue;
    if (copy->name != old)  // rename_constraint_internal looks for it by its name
      throwUndefined(replay, -1, fmt::format("constraint \"{}\" for table \"{}\" does not exist", old.view(), heir->name.view()));
    renameConstraint(replay, *copy, name);
  }
}

void replay(Replay& replay, const RenameStmt& statement) {
  if (statement.renameType == OBJECT_COLUMN || statement.renameType == OBJECT_ATTRIBUTE) {
    const Found relation = findRelation(replay, OBJECT_COLUMN, *statement.relation, statement.missing_ok);
    if (relation.object) renameColumn(replay, *relation.object, statement.subname, statement.newname, statement.relation->location);
    return;
  }
  const Found found = renamed(replay, statement);
  if (!found.modelled) return replay.notModelled(fmt::format("ALTER {} … RENAME", wordOf(statement.renameType)));
  if (!found.object) return;
  const Name name = statement.newname;
  const Kind kind = found.object->kind;
  if (const auto* notNull = found.object->get<ir::NotNull>(); notNull && notNull->inherited > 0)
    throwInvalid(replay, -1, fmt::format("cannot rename inherited constraint \"{}\"", found.object->name.view()));
  if (ir::isConstraint(kind)) renameConstraint(replay, *found.object, name);
  else renameObject(replay, *found.object, name);
}

void replay(Replay& replay, const AlterObjectSchemaStmt& statement) {
  const Found found = statement.relation
                          ? findRelation(replay, statement.objectType == OBJECT_TABLE ? OBJECT_COLUMN : static_cast<int>(statement.objectType),
                                         *statement.relation, statement.missing_ok)
                          : findObject(replay, statement.objectType, statement.object, statement.missing_ok);
  if (!found.modelled) return notCompared(replay, fmt::format("ALTER {} … SET SCHEMA", wordOf(statement.objectType)));
  if (!found.object) return;
  const Object& schema = replay.schemaNamed(statement.newschema, -1);
  if (found.object->kind == Kind::Extension) return moveExtension(replay, *found.object, schema);
  moveTo(replay, *found.object, schema);
}

void replay(Replay& replay, const AlterOwnerStmt& statement) {
  const Found found = findObject(replay, statement.objectType, statement.object, false);
  if (!found.modelled) return notCompared(replay, fmt::format("ALTER {} … OWNER", wordOf(statement.objectType)));
  if (found.object && !found.builtin) setOwner(replay, *found.object, replay.role(*statement.newowner));
}

void replay(Replay& replay, const CommentStmt& statement) {
  const Found found = findObject(replay, statement.objtype, statement.object, false);
  if (!found.modelled) return notCompared(replay, fmt::format("COMMENT ON {}", wordOf(statement.objtype)), "objects of the kind are not modelled");
  if (!found.object || found.builtin) return notCompared(replay, fmt::format("COMMENT ON a built-in {}", wordOf(statement.objtype)));
  // The row type has a pg_type entry, and a comment, of its own.
  const Kind kind = found.object->kind;
  const bool rowType = statement.objtype == OBJECT_TYPE && (kind == Kind::Table || kind == Kind::View || kind == Kind::MaterializedView);
  setComment(replay, *found.object, rowType ? "row type" : "", statement.comment);
}

}  // namespace schemac::parser
