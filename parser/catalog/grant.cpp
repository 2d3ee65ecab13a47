#include <algorithm>

#include "ir/privileges.h"
#include "parser/catalog/reader.h"

namespace schemac::parser::catalog {
namespace {

const AclItem* itemOf(const std::vector<AclItem>& items, std::string_view grantee) {
  const auto found = std::find_if(items.begin(), items.end(), [&](const AclItem& item) { return item.grantee == grantee; });
  return found == items.end() ? nullptr : &*found;
}

// What the platform's default privileges give a grantee on an object of this owner: those of everywhere and those of its schema.
ir::Privileges platformBits(const Reader& reader, const ir::Object& object, ir::Name owner, std::string_view grantee) {
  const std::string_view objects = ir::defaultPrivilegeObjects(object.kind);
  const ir::Object* home = ir::namespaceOf(object);
  if (objects.empty() || reader.platformDefaults.empty()) return 0;
  ir::Privileges bits = 0;
  for (const std::string_view schemaName : {std::string_view(), home && home != &object ? home->name.view() : std::string_view()}) {
    const auto found = reader.platformDefaults.find({owner.str(), std::string(schemaName), std::string(objects)});
    if (found == reader.platformDefaults.end()) continue;
    if (const AclItem* item = itemOf(found->second, grantee)) bits |= item->privileges;
  }
  return bits;
}

}  // namespace

void Reader::addGrants(ir::Object& object, Oid ownerOid, std::optional<std::string_view> acl) {
  if (object.origin == ir::Origin::Extension || !acl) return;
  const ir::Name owner = role(ownerOid);
  std::vector<AclItem> items = parseAcl(*acl);
  // Whose entry is gone has lost what is built in, and that is worth an object.
  for (const std::string& always : {owner.str(), std::string()})
    if (!itemOf(items, always)) items.push_back({always, 0, 0});
  for (const AclItem& item : items) {
    const bool isOwner = item.grantee == owner.view();
    const ir::Name grantee = isOwner ? ir::kOwner : item.grantee.empty() ? ir::kPublic : ir::Name(item.grantee);
    const ir::Privileges builtin = ir::builtinPrivileges(object.kind, grantee, schema.serverVersion);
    ir::Grant grant;
    grant.privileges = item.privileges;
    grant.grantable = isOwner ? 0 : item.grantable;  // an owner can always grant
    if (grant.privileges == builtin && !grant.grantable) continue;
    const ir::Privileges platform = platformBits(*this, object, owner, item.grantee);
    grant.platform = grant.privileges & platform & ~builtin;
    grant.written = ((grant.privileges ^ builtin) & ~grant.platform) | (platform & ~grant.privileges);
    if (object.origin == ir::Origin::Platform) grant.platform = grant.privileges, grant.written = 0;
    make(&object, grantee, grant);
  }
}

// Every object brings its access privileges along.
template <>
std::vector<Query> queries<ir::Kind::Grant>(int) { return {}; }

}  // namespace schemac::parser::catalog
