// ALTER DEFAULT PRIVILEGES. Global entries start from what is built in and are objects where they differ from it; those of a schema add.
#include <fmt/format.h>

#include <string>

#include "ir/privileges.h"
#include "parser/sql/grants.h"
#include "parser/sql/lookup.h"

namespace schemac::parser {
namespace {

using ir::Kind;
using ir::Name;
using ir::Object;
using ir::Privileges;

struct Target {
  Name objects;  // "tables", …
  Kind kind;
};

// LARGE OBJECTS (18) are not modelled.
std::optional<Target> targetOf(ObjectType type) {
  switch (type) {
    case OBJECT_TABLE: return Target{"tables", Kind::Table};
    case OBJECT_SEQUENCE: return Target{"sequences", Kind::Sequence};
    case OBJECT_FUNCTION: case OBJECT_PROCEDURE: case OBJECT_ROUTINE: return Target{"functions", Kind::Function};
    case OBJECT_TYPE: return Target{"types", Kind::Enum};
    case OBJECT_SCHEMA: return Target{"schemas", Kind::Schema};
    default: return std::nullopt;
  }
}

// What an absent entry means: globally the built-in default (the role's own objects: all), in a schema nothing.
Privileges standard(const Replay& replay, const Object* schema, Name role, const Target& target, Name grantee) {
  if (schema) return 0;
  return ir::builtinPrivileges(target.kind, grantee == role ? Name(ir::kOwner) : grantee, replay.schema.serverVersion);
}

void changeEntry(Replay& replay, const Object* schema, Name role, const Target& target, Name grantee, const PrivilegeChange& change) {
  const std::string name = fmt::format("{}/{}/{}", role.view(), target.objects.view(), grantee.view());
  const Object* old = replay.schema.find(ir::Space::DefaultPrivilege, schema, name);
  const Privileges builtin = standard(replay, schema, role, target, grantee);
  ir::DefaultPrivilege entry = old ? old->as<ir::DefaultPrivilege>() : ir::DefaultPrivilege{role, target.objects, grantee, builtin, 0};
  applyChange(change, entry.privileges, entry.grantable);
  // An entry of the platform's that was emptied stays, as empty: the target has to lose it too.
  const bool emptied = old && schema && schema->origin != ir::Origin::User;
  if (entry.privileges == builtin && !entry.grantable && !emptied) {
    if (old) replay.schema.drop(*old);
  } else if (old) {
    Object& changed = replay.schema.edit(*old);
    changed.data = entry;
    changed.origin = replay.origin;
  } else {
    replay.make(schema, name, entry);
  }
}

}  // namespace

void replay(Replay& replay, const AlterDefaultPrivilegesStmt& statement) {
  std::vector<const Object*> schemas;
  std::vector<Name> roles;
  for (const DefElem* option : each<DefElem>(statement.options)) {
    const auto* list = reinterpret_cast<const List*>(option->arg);
    if (std::string_view(option->defname) == "schemas") {
      for (const Node* name : each<Node>(list)) schemas.push_back(&replay.schemaNamed(stringOf(name), -1));
    } else if (std::string_view(option->defname) == "roles") {
      for (const RoleSpec* role : each<RoleSpec>(list)) roles.push_back(replay.role(*role));
    }
  }
  if (roles.empty()) roles.push_back(replay.session.user);
  const GrantStmt& action = *statement.action;
  const auto target = targetOf(action.objtype);
  if (!target) return notCompared(replay, fmt::format("ALTER DEFAULT PRIVILEGES on {}s", wordOf(action.objtype)));
  if (target->kind == Kind::Schema && !schemas.empty())
    throwInvalid(replay, -1, "cannot use IN SCHEMA clause when using GRANT/REVOKE ON SCHEMAS");
  if (schemas.empty()) schemas.push_back(nullptr);
  PrivilegeChange change;
  change.grant = action.is_grant;
  change.withOption = action.is_grant && action.grant_option;
  change.optionOnly = !action.is_grant && action.grant_option;
  change.bits = privilegeBits(replay, action.privileges, target->kind);
  for (const Object* schema : schemas)
    for (const Name role : roles)
      for (const RoleSpec* grantee : each<RoleSpec>(action.grantees)) changeEntry(replay, schema, role, *target, replay.role(*grantee), change);
}

}  // namespace schemac::parser
