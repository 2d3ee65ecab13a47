#include "compiler/privileges.h"

#include <algorithm>
#include <map>

#include "ir/privileges.h"

namespace schemac::compiler {

using ir::Grant;
using ir::Kind;
using ir::Object;
using ir::Privileges;

bool hasPrivileges(Kind kind) { return ir::allPrivileges(kind, 18) != 0; }

Held builtinDefault(Kind kind, ir::Name grantee, int serverVersion) {
  // Columns have an ACL of their own only where one was written, the owner's included.
  if (kind == Kind::Column) return {};
  if (grantee == ir::kOwner) return {ir::allPrivileges(kind, serverVersion), 0};
  if (grantee == ir::kPublic) return {ir::publicPrivileges(kind), 0};
  return {};
}

namespace {

// The name that ALTER DEFAULT PRIVILEGES has for a kind, "" for none.
ir::Name defaultObjects(Kind kind) {
  switch (kind) {
    case Kind::Table: case Kind::View: case Kind::MaterializedView: return "tables";
    case Kind::Sequence: return "sequences";
    case Kind::Function: case Kind::Aggregate: return "functions";
    case Kind::Enum: case Kind::Range: case Kind::Composite: case Kind::Domain: case Kind::BaseType: return "types";
    case Kind::Schema: return "schemas";
    default: return {};
  }
}

// The Grants of an object, by grantee.
std::map<ir::Name, const Object*> grantsOf(const Object& object) {
  std::map<ir::Name, const Object*> grants;
  for (const Object* child : object.children)
    if (child->kind == Kind::Grant) grants.emplace(child->name, child);
  return grants;
}

Held heldBy(const Object* grant, const Object& whole, ir::Name grantee, int serverVersion) {
  if (!grant) return builtinDefault(whole.kind, grantee, serverVersion);
  const Grant& g = grant->as<Grant>();
  return {g.privileges, g.grantable};
}

// Bits that nobody touched since the platform's own SQL or its default privileges gave them.
Privileges platformBits(const Object* grant) {
  if (!grant) return 0;
  const Grant& g = grant->as<Grant>();
  return g.platform | (grant->origin == ir::Origin::Platform ? g.privileges & ~g.written : 0);
}

Privileges writtenBits(const Object* grant) { return grant ? grant->as<Grant>().written : 0; }

// Default privileges that are said for a role, objects and a schema (or all schemas), by grantee.
const Object* defaultEntry(const ir::Schema& state, const Object* schema, ir::Name role, ir::Name objects, ir::Name grantee) {
  return state.find(ir::Space::DefaultPrivilege, schema, role.str() + "/" + objects.str() + "/" + grantee.str());
}

// Takes out of `want` what is not to be changed: bits that the platform gave on one side and nobody touched on the other.
bool settle(const Object* from, const Held& held, const Object* to, Held& want) {
  const Privileges left = (held.privileges & ~want.privileges & platformBits(from) & ~writtenBits(to)) |
                          (want.privileges & ~held.privileges & platformBits(to) & ~writtenBits(from));
  want.privileges = (want.privileges & ~left) | (held.privileges & left);
  want.grantable = (want.grantable & ~left) | (held.grantable & left);
  return left != 0;
}

}  // namespace

Held defaultFor(const ir::Schema& state, ir::Name role, Kind kind, const Object* schema, ir::Name grantee) {
  const ir::Name objects = defaultObjects(kind);
  Held held = builtinDefault(kind, grantee, state.serverVersion);
  if (objects.empty()) return held;
  const auto entry = [&](const Object* where) {
    const Object* found = defaultEntry(state, where, role, objects, grantee);
    return !found && grantee == ir::kOwner ? defaultEntry(state, where, role, objects, role) : found;
  };
  if (const Object* global = entry(nullptr)) held = {global->as<ir::DefaultPrivilege>().privileges, global->as<ir::DefaultPrivilege>().grantable};
  // The target's schema of that name: the new object's own may be new as well, and then has no entries.
  const Object* there = schema ? state.schema(schema->name) : nullptr;
  if (const Object* own = there ? entry(there) : nullptr) {
    held.privileges |= own->as<ir::DefaultPrivilege>().privileges;
    held.grantable |= own->as<ir::DefaultPrivilege>().grantable;
  }
  return held;
}

std::vector<PrivilegeChange> privilegeChanges(const Object& before, const Object& after, int serverVersion, bool& onPlatform) {
  std::vector<PrivilegeChange> changes;
  std::map<ir::Name, const Object*> old = grantsOf(before), wanted = grantsOf(after);
  if (old.empty() && wanted.empty()) return changes;
  std::map<ir::Name, std::pair<const Object*, const Object*>> both;
  for (const auto& [grantee, grant] : old) both[grantee].first = grant;
  for (const auto& [grantee, grant] : wanted) both[grantee].second = grant;
  for (const auto& [grantee, ends] : both) {
    const auto& [from, to] = ends;
    const Held held = heldBy(from, before, grantee, serverVersion);
    Held want = heldBy(to, after, grantee, serverVersion);
    if (held == want) continue;
    if (settle(from, held, to, want)) onPlatform = true;
    if (held == want) continue;
    changes.push_back({from, to, {held.privileges, held.grantable, want.privileges, want.grantable, 0}});
  }
  return changes;
}

std::vector<const Object*> defaultPrivilegesOf(const ir::Schema& state, ir::Name role) {
  std::vector<const Object*> entries;
  for (const Object& object : state.objects())
    if (object.kind == Kind::DefaultPrivilege && !object.dropped && object.as<ir::DefaultPrivilege>().role == role) entries.push_back(&object);
  return entries;
}

std::vector<PrivilegeChange> privilegesOfNew(const Object* before, const Object& after, const ir::Schema& from, ir::Name role,
                                             const std::vector<const Object*>& defaults, std::vector<std::shared_ptr<const Object>>& made,
                                             bool& onPlatform) {
  std::vector<PrivilegeChange> changes;
  std::map<ir::Name, const Object*> grants = grantsOf(after), old;
  if (before) old = grantsOf(*before);
  const Object* schema = after.kind == Kind::Schema ? nullptr : ir::namespaceOf(after);
  // Who gets something by default without being named in the desired privileges?
  std::map<ir::Name, const Object*> grantees = grants;
  for (const auto& [grantee, grant] : old) grantees.emplace(grantee, nullptr);
  const ir::Name objects = defaultObjects(after.kind);
  for (const Object* entry : defaults) {
    const auto& d = entry->as<ir::DefaultPrivilege>();
    if (d.objects != objects || (entry->parent && (!schema || entry->parent->name != schema->name))) continue;
    grantees.emplace(d.grantee == d.role ? ir::Name(ir::kOwner) : d.grantee, nullptr);
  }
  for (const auto& [grantee, grant] : grantees) {
    const Held held = after.kind == Kind::Column ? Held{} : defaultFor(from, role, after.kind, schema, grantee);
    Held want = heldBy(grant, after, grantee, from.serverVersion);
    const Privileges written = writtenBits(grant);
    if (before) {
      const auto previous = old.find(grantee);
      settle(previous == old.end() ? nullptr : previous->second, heldBy(previous == old.end() ? nullptr : previous->second, *before, grantee, from.serverVersion),
             grant, want);
    } else {
      // What the platform gives here but not on the target is the platform's affair.
      const Privileges left = want.privileges & ~held.privileges & platformBits(grant) & ~written;
      if (left) onPlatform = true;
      want.privileges &= ~left;
      want.grantable &= ~left;
    }
    if (held == want && !written) continue;
    const Object* end = grant;
    if (!end) {
      auto revoked = std::make_shared<Object>();
      revoked->kind = Kind::Grant;
      revoked->name = grantee;
      revoked->parent = &after;
      revoked->location = after.location;
      revoked->data = Grant{want.privileges, want.grantable, 0, 0};
      end = made.emplace_back(std::move(revoked)).get();
    }
    changes.push_back({nullptr, end, {held.privileges, held.grantable, want.privileges, want.grantable, written}});
  }
  return changes;
}

}  // namespace schemac::compiler
