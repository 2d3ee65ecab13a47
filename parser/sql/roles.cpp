// CREATE, ALTER and DROP ROLE, memberships. Roles are the cluster's: known so that names can be checked.
#include <fmt/format.h>

#include <algorithm>
#include <string>

#include "ir/identity.h"
#include "parser/sql/settings.h"
#include "parser/sql/lookup.h"

namespace schemac::parser {
namespace {

using ir::Kind;
using ir::Name;
using ir::Object;

const Object* findRole(Replay& replay, Name name) { return replay.schema.find(ir::Space::Role, nullptr, name); }

void join(Replay& replay, Name member, Name group) {
  const Object* role = findRole(replay, member);
  if (!role) return;
  auto& groups = replay.schema.edit<ir::Role>(*role).memberOf;
  const auto place = std::lower_bound(groups.begin(), groups.end(), group);
  if (place == groups.end() || *place != group) groups.insert(place, group);
}

void leave(Replay& replay, Name member, Name group) {
  const Object* role = findRole(replay, member);
  if (role) std::erase(replay.schema.edit<ir::Role>(*role).memberOf, group);
}

// Attributes into `role`; memberships need the role to exist and are left to the caller.
void applyOptions(ir::Role& role, const List* options) {
  for (const DefElem* option : each<DefElem>(options)) {
    const std::string_view name = option->defname;
    const auto flag = [&] { return booleanOf(*option); };
    if (name == "canlogin") role.login = flag();
    else if (name == "inherit") role.inherit = flag();
    else if (name == "superuser") role.superuser = flag();
    else if (name == "createdb") role.createDb = flag();
    else if (name == "createrole") role.createRole = flag();
    else if (name == "isreplication") role.replication = flag();
    else if (name == "bypassrls") role.bypassRls = flag();
  }
}

// What hinders DROP ROLE: something owned, granted or mentioned. Null if nothing does.
const Object* useOf(const ir::Schema& schema, Name role) {
  for (const Object& o : schema.objects()) {
    if (o.dropped) continue;
    if (const auto* owner = o.get<ir::Owner>(); owner && owner->role == role) return &o;
    if (const auto* d = o.get<ir::DefaultPrivilege>(); d && (d->role == role || d->grantee == role)) return &o;
    if (const auto* p = o.get<ir::Policy>(); p && std::find(p->roles.begin(), p->roles.end(), role) != p->roles.end()) return &o;
    if (o.kind == Kind::Grant && o.name == role) return &o;
  }
  return nullptr;
}

}  // namespace

void replay(Replay& replay, const CreateRoleStmt& statement) {
  replay.requireFree(ir::Space::Role, nullptr, statement.role, -1, "role");
  ir::Role role;
  role.login = statement.stmt_type == ROLESTMT_USER;
  applyOptions(role, statement.options);
  replay.make(nullptr, statement.role, role);
  for (const DefElem* option : each<DefElem>(statement.options)) {
    const std::string_view name = option->defname;
    if (name != "addroleto" && name != "rolemembers" && name != "adminmembers") continue;
    for (const RoleSpec* other : each<RoleSpec>(reinterpret_cast<const List*>(option->arg))) {
      if (name == "addroleto") join(replay, statement.role, replay.role(*other));
      else join(replay, replay.role(*other), statement.role);
    }
  }
}

void replay(Replay& replay, const AlterRoleStmt& statement) {
  const Name name = replay.role(*statement.role);
  const Object* role = findRole(replay, name);
  if (!role) return;  // said by Replay::role
  applyOptions(replay.schema.edit<ir::Role>(*role), statement.options);
  for (const DefElem* option : each<DefElem>(statement.options)) {
    if (std::string_view(option->defname) != "rolemembers") continue;
    for (const RoleSpec* other : each<RoleSpec>(reinterpret_cast<const List*>(option->arg))) {
      if (statement.action > 0) join(replay, replay.role(*other), name);
      else leave(replay, replay.role(*other), name);
    }
  }
}

void replay(Replay& replay, const AlterRoleSetStmt& statement) {
  // Settings of databases, and of a role in one database, are not compared (DESIGN.md, 2).
  if (!statement.role || statement.database) return;
  const Object* role = findRole(replay, replay.role(*statement.role));
  if (role) applySetting(replay, replay.schema.edit<ir::Role>(*role).settings, *statement.setstmt);
}

void replay(Replay& replay, const DropRoleStmt& statement) {
  for (const RoleSpec* spec : each<RoleSpec>(statement.roles)) {
    const Name name = spec->rolename ? Name(spec->rolename) : replay.role(*spec);
    const Object* role = findRole(replay, name);
    if (!role) {
      if (statement.missing_ok) continue;
      throwUndefined(replay, spec->location, fmt::format("role \"{}\" does not exist", name.view()));
    }
    if (const Object* use = useOf(replay.schema, name))
      throw ReplayError(ir::Code::Dependents, replay.at(spec->location),
                        fmt::format("role \"{}\" cannot be dropped because some objects depend on it", name.view()), ir::describe(*use));
    for (const Object& other : replay.schema.objects()) {
      const auto* member = other.dropped ? nullptr : other.get<ir::Role>();
      if (member && std::find(member->memberOf.begin(), member->memberOf.end(), name) != member->memberOf.end()) leave(replay, other.name, name);
    }
    replay.drop(*role, false, spec->location);
  }
}

void replay(Replay& replay, const GrantRoleStmt& statement) {
  // REVOKE ADMIN OPTION FOR (and INHERIT, SET) keeps the membership itself.
  if (!statement.is_grant && list_length(statement.opt) > 0) return;
  for (const AccessPriv* granted : each<AccessPriv>(statement.granted_roles)) {
    for (const RoleSpec* grantee : each<RoleSpec>(statement.grantee_roles)) {
      if (statement.is_grant) join(replay, replay.role(*grantee), granted->priv_name);
      else leave(replay, replay.role(*grantee), granted->priv_name);
    }
  }
}

}  // namespace schemac::parser
