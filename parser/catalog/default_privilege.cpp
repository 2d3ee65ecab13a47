#include "ir/privileges.h"
#include "parser/catalog/reader.h"

namespace schemac::parser::catalog {
namespace {

std::string_view objectsOf(char type) {
  switch (type) {
    case 'r': return "tables";
    case 'S': return "sequences";
    case 'f': return "functions";
    case 'T': return "types";
    case 'n': return "schemas";
    default: return "";
  }
}

ir::Kind kindOf(std::string_view objects) {
  return objects == "tables" ? ir::Kind::Table : objects == "sequences" ? ir::Kind::Sequence : objects == "functions" ? ir::Kind::Function
         : objects == "types" ? ir::Kind::Domain : ir::Kind::Schema;
}

// The platform's: whatever its services' roles said, and what it says for postgres in the schemas that it makes.
bool isPlatforms(const Reader& reader, ir::Name role, const ir::Object* home, std::string_view objects, std::string_view grantee) {
  if (!reader.supabase()) return false;
  if (role != "postgres") return reader.platformRole(role);
  if (!home) return false;
  if (home->name != "public") return home->origin != ir::Origin::User;
  const bool born = objects == "tables" || objects == "sequences" || objects == "functions";
  return born && (grantee == "postgres" || grantee == "anon" || grantee == "authenticated" || grantee == "service_role");
}

void readDefaults(Reader& reader, const Rows& rows) {
  for (int i = 0; i < rows.size(); ++i) {
    Row row = rows[i];
    const ir::Name role = reader.role(row.oid());
    const Oid schemaOid = row.oid();
    const char type = row.letter();
    const std::string_view objects = objectsOf(type);
    std::vector<AclItem> items = parseAcl(row.text());
    if (objects.empty()) {
      reader.notModelled("default privileges", "of role " + role.str() + " on large objects");
      continue;
    }
    const ir::Object* home = schemaOid ? reader.home(schemaOid) : nullptr;
    if (schemaOid && !home) continue;
    const auto has = [&](std::string_view grantee) {
      for (const AclItem& item : items)
        if (item.grantee == grantee) return true;
      return false;
    };
    // Global ones replace the built-in default: what is not in them is taken away. Those of a schema only add.
    if (!home && !has(role)) items.push_back({role.str(), 0, 0});
    if (!home && !has("")) items.push_back({"", 0, 0});
    for (const AclItem& item : items) {
      const ir::Name grantee = item.grantee.empty() ? ir::kPublic : ir::Name(item.grantee);
      ir::DefaultPrivilege data{role, objects, grantee, item.privileges, item.grantable};
      const ir::Name plain = item.grantee == role.view() ? ir::Name(ir::kOwner) : grantee;
      const ir::Privileges builtin = home ? 0 : ir::builtinPrivileges(kindOf(objects), plain, reader.schema.serverVersion);
      if (plain == ir::kOwner && !home) data.grantable = 0;
      if (data.privileges == builtin && !data.grantable) continue;
      ir::Object& object = reader.make(home, role.str() + "/" + std::string(objects) + "/" + grantee.str(), data);
      const bool platform = isPlatforms(reader, role, home, objects, item.grantee);
      object.origin = platform ? ir::Origin::Platform : ir::Origin::User;
      if (platform) reader.platformDefaults[{role.str(), home ? home->name.str() : "", std::string(objects)}].push_back(item);
    }
  }
}

}  // namespace

template <>
std::vector<Query> queries<ir::Kind::DefaultPrivilege>(int) {
  return {{Stage::Names, R"(
select defaclrole, defaclnamespace, defaclobjtype, defaclacl from pg_default_acl order by oid)", readDefaults}};
}

}  // namespace schemac::parser::catalog
