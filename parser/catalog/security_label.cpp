#include "parser/catalog/reader.h"

namespace schemac::parser::catalog {
namespace {

void readLabels(Reader& reader, const Rows& rows) {
  for (int i = 0; i < rows.size(); ++i) {
    Row row = rows[i];
    const Oid catalog = row.oid(), oid = row.oid();
    const std::int64_t column = row.number();
    const ir::Object* const about = column ? reader.column(oid, column) : reader.objectOf(catalog, oid);
    const std::string_view provider = row.text(), label = row.text();
    if (about && about->origin != ir::Origin::Extension) reader.make(about, provider, ir::SecurityLabel{label});
  }
}

void readSharedLabels(Reader& reader, const Rows& rows) {
  for (int i = 0; i < rows.size(); ++i) {
    Row row = rows[i];
    const Oid catalog = row.oid(), oid = row.oid();
    const ir::Object* object = catalog == kPgSubscription ? reader.objectOf(catalog, oid) : nullptr;
    if (const auto role = reader.roles.find(oid); catalog == kPgAuthid && role != reader.roles.end())
      object = reader.schema.find(ir::Space::Role, nullptr, role->second);
    const std::string_view provider = row.text(), label = row.text();
    if (object) reader.make(object, provider, ir::SecurityLabel{label});
  }
}

}  // namespace

template <>
std::vector<Query> queries<ir::Kind::SecurityLabel>(int) {
  return {{Stage::Facts, "select classoid, objoid, objsubid, provider, label from pg_seclabel order by classoid, objoid, objsubid, provider", readLabels},
          {Stage::Facts, "select classoid, objoid, provider, label from pg_shseclabel order by classoid, objoid, provider", readSharedLabels}};
}

}  // namespace schemac::parser::catalog
