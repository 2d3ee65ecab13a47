// What the server gives a new object besides what its statement says: an owner and the privileges of ALTER DEFAULT PRIVILEGES (aclchk.c).
#include <map>

#include "ir/privileges.h"
#include "parser/sql/replay.h"

namespace schemac::parser {

using ir::Kind;
using ir::Name;
using ir::Object;
using ir::Privileges;

namespace {

struct Given {
  Privileges privileges = 0, grantable = 0, platform = 0;
};

// Adds the entries of the default privileges of `role` on `objects` that hang on `parent` (null: the global ones).
bool collect(const ir::Schema& schema, const Object* parent, Name role, std::string_view objects, std::map<Name, Given>& given) {
  bool any = false;
  const auto add = [&](const Object& object) {
    const auto* entry = object.get<ir::DefaultPrivilege>();
    if (!entry || object.dropped || entry->role != role || entry->objects != objects) return;
    any = true;
    Given& to = given[entry->grantee == role ? Name(ir::kOwner) : entry->grantee];
    to.privileges |= entry->privileges;
    to.grantable |= entry->grantable;
    if (object.origin == ir::Origin::Platform) to.platform |= entry->privileges;
  };
  if (parent) {
    for (const Object* child : parent->children) add(*child);
  } else {
    for (const Object* entry : schema.globalDefaultPrivileges()) add(*entry);
  }
  return any;
}

}  // namespace

void Replay::giveDefaults(const Object& object) {
  if (session.roleSaid && !ir::childOf(object, Kind::Owner, Name())) {
    Object& owner = schema.make(&object, Name(), ir::Owner{session.user}, object.location);
    owner.origin = object.origin;
  }
  const std::string_view objects = ir::defaultPrivilegeObjects(object.kind);
  if (objects.empty() || origin == ir::Origin::Extension) return;
  // A global entry replaces the built-in default; those of the schema add to whichever holds.
  std::map<Name, Given> given;
  collect(schema, nullptr, session.user, objects, given);
  for (const Name grantee : {Name(ir::kOwner), Name(ir::kPublic)})
    if (!given.contains(grantee)) given[grantee].privileges = ir::builtinPrivileges(object.kind, grantee, schema.serverVersion);
  if (object.kind != Kind::Schema && object.parent) collect(schema, object.parent, session.user, objects, given);
  for (const auto& [grantee, entry] : given) {
    const Privileges all = ir::allPrivileges(object.kind, schema.serverVersion);
    const Privileges privileges = entry.privileges & all;
    if (privileges == ir::builtinPrivileges(object.kind, grantee, schema.serverVersion)) continue;
    ir::Grant grant;
    grant.privileges = privileges;
    grant.grantable = entry.grantable & all;
    grant.platform = entry.platform & all;
    schema.make(&object, grantee, grant, object.location).origin = object.origin;
  }
}

}  // namespace schemac::parser
