#include "parser/catalog/reader.h"

namespace schemac::parser::catalog {

static void readRoles(Reader& reader, const Rows& rows) {
  for (int i = 0; i < rows.size(); ++i) {
    Row row = rows[i];
    const Oid oid = row.oid();
    const std::string_view name = row.text();
    ir::Role role;
    role.login = row.flag();
    role.inherit = row.flag();
    role.superuser = row.flag();
    role.createDb = row.flag();
    role.createRole = row.flag();
    role.replication = row.flag();
    role.bypassRls = row.flag();
    role.settings = parseOptions(row.texts());
    for (const std::string& group : row.texts()) role.memberOf.emplace_back(group);
    ir::Object& object = reader.make(nullptr, name, std::move(role));
    // initdb's own superuser has this oid whatever it is called; predefined roles begin with pg_, which nobody else's may.
    constexpr Oid bootstrapSuperuser = 10;
    if (name.starts_with("pg_")) object.origin = ir::Origin::BuiltIn;
    else if (oid == bootstrapSuperuser) object.origin = ir::Origin::Platform;
    reader.roles[oid] = object.name;
  }
}

// pg_roles, not pg_authid: everybody may read it.
template <>
std::vector<Query> queries<ir::Kind::Role>(int) {
  return {{Stage::Names, R"(
select r.oid, r.rolname, r.rolcanlogin, r.rolinherit, r.rolsuper, r.rolcreatedb, r.rolcreaterole, r.rolreplication, r.rolbypassrls, r.rolconfig,
  array(select distinct g.rolname from pg_auth_members m join pg_roles g on g.oid = m.roleid where m.member = r.oid order by 1)
from pg_roles r order by r.oid)", readRoles}};
}

}  // namespace schemac::parser::catalog
