// DROP of everything, DROP OWNED, REASSIGN OWNED.
#include <fmt/format.h>

#include <algorithm>
#include <string>
#include <unordered_set>

#include "ir/identity.h"
#include "parser/sql/alter.h"
#include "parser/sql/lookup.h"

namespace schemac::parser {
namespace {

using ir::Kind;
using ir::Name;
using ir::Object;

bool isWithin(const std::unordered_set<const Object*>& wholes, const Object* object) {
  for (; object; object = object->parent)
    if (wholes.contains(object) || (object->derivedFrom && wholes.contains(object->derivedFrom))) return true;
  return false;
}

// One statement's objects, which may depend on each other: each as soon as nothing outside holds it, the rest together.
void dropAll(Replay& replay, std::vector<const Object*> objects, bool cascade) {
  std::unordered_set<const Object*> doomed(objects.begin(), objects.end());
  while (!objects.empty()) {
    const std::size_t before = objects.size();
    std::optional<ReplayError> refused;
    std::erase_if(objects, [&](const Object* object) {
      if (object->dropped) return true;
      const std::size_t mark = replay.schema.mark();
      try {
        replay.drop(*object, cascade);
        return true;
      } catch (const ReplayError& error) {
        replay.schema.rollback(mark);
        refused = error;
        return false;
      }
    });
    if (objects.size() < before) continue;
    // What is left holds itself in a circle, or something else holds it.
    if (objects.size() == 1) throw *refused;
    for (const Object* object : objects)
      if (partThatHolds(*object)) throw *refused;
    for (const Object* object : objects)
      for (const Object* dependent : replay.schema.dependents(*object))
        if (!isWithin(doomed, dependent)) throw *refused;
    for (const Object* object : objects)
      if (!object->dropped) replay.drop(*object, true);
    return;
  }
}

void requireUsers(Replay& replay, const Object& object) {
  if (object.derivedFrom && object.origin == ir::Origin::Extension)
    throw ReplayError(ir::Code::Dependents, replay.at(-1),
                      fmt::format("cannot drop {} because {} requires it", ir::describe(object), ir::describe(*object.derivedFrom)),
                      fmt::format("You can drop {} instead.", ir::describe(*object.derivedFrom)));
}

// Does an object of the kind have an owner of its own?
bool hasOwner(const Object& object) {
  switch (object.kind) {
    case Kind::Role: case Kind::Column: case Kind::Default: case Kind::Check: case Kind::Key: case Kind::Exclusion: case Kind::ForeignKey:
    case Kind::NotNull: case Kind::Index: case Kind::Rule: case Kind::Trigger: case Kind::Policy: case Kind::PublicationMember: case Kind::UserMapping:
    case Kind::Owner: case Kind::Grant: case Kind::Comment: case Kind::SecurityLabel: case Kind::DefaultPrivilege: case Kind::Cast:
    case Kind::TextSearchParser: case Kind::TextSearchTemplate: return false;
    default: return true;
  }
}

// Where nothing says who owns what the user made, it is whoever runs the files.
bool ownedBy(const Object& object, Name role, Name runner) {
  for (const Object* child : object.children)
    if (child->kind == Kind::Owner) return child->as<ir::Owner>().role == role;
  return role == runner && object.origin == ir::Origin::User && hasOwner(object);
}

// The role that initdb made owns what PostgreSQL itself needs.
void requireNotBootstrap(Replay& replay, Name role, const char* what) {
  if (replay.options.profile == "supabase" ? role != "supabase_admin" : role != "postgres") return;
  throw ReplayError(ir::Code::Dependents, replay.at(-1),
                    fmt::format("cannot {} objects owned by role \"{}\" because they are required by the database system", what, role.view()));
}

}  // namespace

void replay(Replay& replay, const DropStmt& statement) {
  std::vector<const Object*> objects;
  for (const Node* name : each<Node>(statement.objects)) {
    const Found found = findObject(replay, statement.removeType, name, statement.missing_ok);
    if (!found.modelled) {
      // Its creation was named as not followed; that it goes away again takes nothing from what is known.
      return notCompared(replay, fmt::format("DROP {}", wordOf(statement.removeType)), "objects of the kind are not modelled");
    }
    if (found.builtin) throwInvalid(replay, -1, fmt::format("cannot drop a built-in {}: it is required by the database system", wordOf(statement.removeType)));
    if (!found.object) continue;
    if (statement.removeType == OBJECT_FUNCTION && found.object->kind == Kind::Aggregate)
      throwWrongKind(replay, -1, fmt::format("\"{}\" is an aggregate function", found.object->name.view()), "Use DROP AGGREGATE to drop aggregate functions.");
    requireUsers(replay, *found.object);
    objects.push_back(found.object);
  }
  dropAll(replay, std::move(objects), statement.behavior == DROP_CASCADE);
}

// What the roles own goes, and so do their privileges and default privileges.
void replay(Replay& replay, const DropOwnedStmt& statement) {
  for (const RoleSpec* spec : each<RoleSpec>(statement.roles)) {
    const Name role = replay.role(*spec), runner = Replay(replay.schema, replay.options, replay.diagnostics).session.user;
    requireNotBootstrap(replay, role, "drop");
    std::vector<const Object*> owned, entries, policies;
    for (const Object& o : replay.schema.objects()) {
      if (o.dropped) continue;
      if (ownedBy(o, role, runner) && !o.derivedFrom) owned.push_back(&o);
      if ((o.kind == Kind::Grant || o.kind == Kind::UserMapping) && o.name == role) entries.push_back(&o);
      if (const auto* d = o.get<ir::DefaultPrivilege>(); d && (d->role == role || d->grantee == role)) entries.push_back(&o);
      if (const auto* p = o.get<ir::Policy>(); p && std::find(p->roles.begin(), p->roles.end(), role) != p->roles.end()) policies.push_back(&o);
    }
    dropAll(replay, std::move(owned), statement.behavior == DROP_CASCADE);
    for (const Object* entry : entries)
      if (!entry->dropped) replay.schema.drop(*entry);
    for (const Object* policy : policies) {
      if (policy->dropped) continue;
      auto& roles = replay.schema.edit<ir::Policy>(*policy).roles;
      std::erase(roles, role);
      if (roles.empty()) replay.schema.drop(*policy);  // RemoveRoleFromObjectPolicy: one for nobody goes
    }
  }
}

void replay(Replay& replay, const ReassignOwnedStmt& statement) {
  const Name owner = replay.role(*statement.newrole);
  for (const RoleSpec* spec : each<RoleSpec>(statement.roles)) {
    const Name role = replay.role(*spec), runner = Replay(replay.schema, replay.options, replay.diagnostics).session.user;
    requireNotBootstrap(replay, role, "reassign ownership of");
    std::vector<const Object*> owned;
    for (const Object& o : replay.schema.objects())
      if (!o.dropped && o.origin != ir::Origin::BuiltIn && ownedBy(o, role, runner)) owned.push_back(&o);
    for (const Object* object : owned) setOwner(replay, *object, owner);
  }
}

}  // namespace schemac::parser
