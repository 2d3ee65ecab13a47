#include <algorithm>

#include "parser/catalog/reader.h"

namespace schemac::parser::catalog {

static void readMembers(Reader& reader, const Rows& rows) {
  for (int i = 0; i < rows.size(); ++i) {
    Row row = rows[i];
    const Oid catalog = row.oid(), object = row.oid();
    reader.members[{catalog, object}] = row.oid();
  }
}

// What initdb says of schema public: owned by the database's owner from 15 on, and no longer open to everybody's tables.
static void markPublic(Reader& reader, ir::Object& object, Oid owner) {
  const int version = reader.schema.serverVersion;
  const ir::Privileges expected = version < 15 ? ir::Usage | ir::Create : ir::Usage;
  const ir::Object* everybody = ir::childOf(object, ir::Kind::Grant, ir::kPublic);
  if (!everybody) everybody = &reader.make(&object, ir::kPublic, ir::Grant{});
  for (ir::Object* fact : object.children) {
    if (fact->kind == ir::Kind::Owner) {
      const bool initdbs = version < 15 ? owner == 10 : reader.role(owner) == "pg_database_owner";
      fact->origin = initdbs ? ir::Origin::Platform : ir::Origin::User;
    }
    if (fact->kind != ir::Kind::Grant) continue;
    auto& grant = std::get<ir::Grant>(fact->data);
    const bool standard = fact == everybody ? grant.privileges == expected && !grant.grantable
                                            : reader.platformRole(fact->name) || (reader.supabase() && fact->name == ir::kOwner);
    fact->origin = standard ? ir::Origin::Platform : ir::Origin::User;
    grant.platform = standard ? grant.privileges : grant.privileges & expected & (fact == everybody ? ~0u : 0u);
    grant.written = standard ? 0 : fact == everybody ? grant.privileges ^ expected : grant.privileges;
  }
}

static void readSchemas(Reader& reader, const Rows& rows) {
  if (reader.profile.empty()) {
    reader.profile = "postgres";
    for (int i = 0; i < rows.size(); ++i) {
      Row row = rows[i];
      row.oid();
      const bool auth = row.text() == "auth";
      if (auth && reader.role(row.oid()).view().starts_with("supabase_")) reader.profile = "supabase";
    }
  }
  for (const auto& [oid, name] : reader.roles)
    if (reader.platformRole(name)) reader.schema.edit(*reader.schema.find(ir::Space::Role, nullptr, name)).origin = ir::Origin::Platform;
  for (int i = 0; i < rows.size(); ++i) {
    Row row = rows[i];
    const Oid oid = row.oid();
    const std::string_view name = row.text();
    const Oid owner = row.oid();
    ir::Object& object = reader.make(nullptr, name, ir::Namespace{});
    reader.namespaces[oid] = &object;
    if (reader.isMember(kPgNamespace, oid)) continue;
    object.origin = name == "public" ? ir::Origin::Platform : reader.schemaOrigin(object);
    reader.addOwner(object, owner);
    reader.addGrants(object, owner, row.maybe());
    if (name == "public") markPublic(reader, object, owner);
  }
}

template <>
std::vector<Query> queries<ir::Kind::Schema>(int) {
  return {{Stage::Names, "select classid, objid, refobjid from pg_depend where refclassid = 'pg_extension'::regclass and deptype = 'e'", readMembers},
          {Stage::Names, "select oid, nspname, nspowner, nspacl from pg_namespace where oid in " + kUserSchemas + " order by oid", readSchemas}};
}

}  // namespace schemac::parser::catalog
