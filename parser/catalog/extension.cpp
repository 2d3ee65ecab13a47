#include <algorithm>
#include <array>

#include "parser/catalog/reader.h"

namespace schemac::parser::catalog {

static void readExtensions(Reader& reader, const Rows& rows) {
  // Those a Supabase project starts with, or gets by a switch of the dashboard (webhooks, wrappers); the others were asked for.
  constexpr std::array<std::string_view, 11> platforms{"orioledb", "pg_graphql", "pg_net", "pg_stat_statements", "pg_tle", "pgcrypto", "pgjwt",
                                                       "pgsodium", "supabase_vault", "uuid-ossp", "wrappers"};
  for (int i = 0; i < rows.size(); ++i) {
    Row row = rows[i];
    const Oid oid = row.oid();
    const std::string_view name = row.text();
    ir::Extension extension;
    const Oid schemaOid = row.oid();
    extension.schema = row.flag() ? &reader.schema.pgCatalog() : reader.home(schemaOid);
    extension.version = row.text();
    extension.schemaSaid = true;
    ir::Object& object = reader.make(nullptr, name, std::move(extension));
    const bool platform = name == "plpgsql" || (reader.supabase() && std::find(platforms.begin(), platforms.end(), name) != platforms.end());
    if (platform) object.origin = ir::Origin::Platform;
    reader.extensions[oid] = &object;
  }
  for (const auto& [oid, object] : reader.namespaces) reader.markMember(*object, kPgNamespace, oid);
}

template <>
std::vector<Query> queries<ir::Kind::Extension>(int) {
  return {{Stage::Names, R"(
select oid, extname, extnamespace, extnamespace = 'pg_catalog'::regnamespace, extversion from pg_extension order by oid)", readExtensions}};
}

}  // namespace schemac::parser::catalog
